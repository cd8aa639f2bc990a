/** A page of a list. `next` and `prev` are opaque cursors, null at the ends. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly next: string | null;
  readonly prev: string | null;
}
