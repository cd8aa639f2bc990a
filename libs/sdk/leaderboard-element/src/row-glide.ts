const GLIDE = { duration: 400, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const;

/** Lets rows glide from where they were to where a change puts them; at once for people who want less motion. */
export function glide(rows: ReadonlyMap<string, HTMLElement>, change: () => void): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return change();
  const before = new Map([...rows].map(([id, row]) => [id, row.getBoundingClientRect().top]));
  change();
  for (const [id, row] of rows) {
    const from = before.get(id);
    const by = from === undefined ? 0 : from - row.getBoundingClientRect().top;
    if (by !== 0) row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], GLIDE);
    else if (from === undefined) row.animate([{ opacity: 0 }, { opacity: 1 }], GLIDE);
  }
}
