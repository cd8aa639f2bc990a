/** Half-open bounds in milliseconds since the epoch; null is unbounded. */
export interface WindowBounds {
  readonly start: number | null;
  readonly end: number | null;
}

/** One period of a board. */
export interface BoardWindow extends WindowBounds {
  /** What it is read and stored under, unique for its board: `all`, `2026-11-20`, `2026-W47`, the key of a season. */
  readonly key: string;
  /** `windowName` of its definition. */
  readonly name: string;
  /** Zone of its definition. */
  readonly timeZone: string;
  /**
   * From this decision time (ms) on it takes nothing more: its end and the grace of its board. Null: it never closes, as
   * `all`, and seasons that were over before they were published.
   */
  readonly closesAt: number | null;
}

/** Event time decides the window; exactly on the end belongs to what comes after. */
export const windowHolds = ({ start, end }: WindowBounds, at: number): boolean =>
  (start === null || at >= start) && (end === null || at < end);

/** Whether results still count that are decided now. */
export const isOpen = ({ closesAt }: Pick<BoardWindow, 'closesAt'>, now: number): boolean =>
  closesAt === null || now < closesAt;
