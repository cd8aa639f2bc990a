/** A path of this origin to go to after signing in; undefined for what leads elsewhere, or nowhere new. */
export function safeTarget(to: unknown): string | undefined {
  if (typeof to !== 'string' || !to.startsWith('/')) return undefined;
  const base = 'https://console.invalid';
  if (!URL.canParse(to, base)) return undefined;
  const { origin, pathname, search, hash } = new URL(to, base);
  if (origin !== base || pathname.startsWith('//') || pathname === '/sign-in') return undefined;
  const target = pathname + search + hash;
  return target === '/' ? undefined : target;
}
