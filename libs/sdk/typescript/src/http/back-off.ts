/** How long to wait between attempts: doubled each time, up to a bound, of which a random part is taken. All in ms. */
export interface BackOff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/**
 * The pause before another attempt. The whole of it is random ("full jitter"): thousands who lost the same server come back spread
 * over the pause. What the server asks for comes on top, since it is the least that it wants.
 *
 * @param attempt 0 for the first one after a failure
 * @param leastMs what the server asks to wait at least
 */
export function pauseMs({ firstMs, mostMs }: BackOff, attempt: number, leastMs = 0, random = Math.random): number {
  return Math.round(leastMs + random() * Math.min(mostMs, firstMs * 2 ** attempt));
}
