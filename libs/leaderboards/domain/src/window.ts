/** One kind of period of a board. `start` and `end` are RFC 3339; a window holds event times in [start, end). */
export type WindowDefinition =
  | { readonly kind: 'all' }
  | { readonly kind: 'season'; readonly key: string; readonly start: string; readonly end: string };

/** Half-open bounds in milliseconds since the epoch; null is unbounded. */
export interface WindowBounds {
  readonly start: number | null;
  readonly end: number | null;
}

/** The key a window is read and stored under: `all`, or the season's own key. */
export const windowKey = (definition: WindowDefinition): string => (definition.kind === 'all' ? 'all' : definition.key);

export const windowBounds = (definition: WindowDefinition): WindowBounds =>
  definition.kind === 'all'
    ? { start: null, end: null }
    : { start: Date.parse(definition.start), end: Date.parse(definition.end) };

/** Event time decides the window; exactly on the end belongs to what comes after. */
export const windowHolds = ({ start, end }: WindowBounds, at: number): boolean =>
  (start === null || at >= start) && (end === null || at < end);

/** The window of a board that is stored under a key; undefined for one that the board has not, or no longer. */
export const findWindow = (
  { windows }: { readonly windows: readonly WindowDefinition[] },
  key: string,
): WindowDefinition | undefined => windows.find((definition) => windowKey(definition) === key);

/**
 * The window that a reader who names none means: the one that now lies in and that ends first, else the one that ended
 * last, else the first declared. `all` holds every time and ends never, so a running season comes before it; a board with
 * only past seasons shows the last of them rather than an empty page.
 */
export function currentWindow(definitions: readonly WindowDefinition[], now: number): WindowDefinition | undefined {
  const seasons = definitions
    .map((definition) => ({ definition, ...windowBounds(definition) }))
    .filter((season) => season.end !== null)
    .sort((left, right) => (left.end ?? 0) - (right.end ?? 0));
  const running = seasons.find((season) => windowHolds(season, now));
  const ended = seasons.findLast((season) => (season.end ?? 0) <= now);
  return (running ?? ended)?.definition ?? definitions[0];
}
