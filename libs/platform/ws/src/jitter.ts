/** A time by chance from `leastMs` on, over `spreadMs`: what many are told at once, they do not do at once. In whole ms. */
export const jittered = (leastMs: number, spreadMs: number): number => Math.round(leastMs + Math.random() * spreadMs);
