/** Makes a value when it is first asked for: what a process may never need costs nothing at its start. Asked again after it threw. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
