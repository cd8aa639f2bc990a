const HOUR_SECONDS = 3_600;

/** A range that activity is shown over, in stretches of one length. */
export interface ActivityRange {
  /** Length of a stretch. */
  readonly seconds: number;
  /** How many there are, the one that runs included. */
  readonly count: number;
}

export const ACTIVITY_RANGES = {
  '1h': { seconds: 60, count: 60 },
  '24h': { seconds: 900, count: 96 },
  '7d': { seconds: 2 * HOUR_SECONDS, count: 84 },
} as const satisfies Readonly<Record<string, ActivityRange>>;

export type ActivityRangeName = keyof typeof ACTIVITY_RANGES;

/** Start of the stretch that a moment is in; all in ms. */
export const stretchStart = (at: number, seconds: number): number => at - (at % (seconds * 1_000));

/** How long a stretch is kept after its end, ms: as long as a range shows it, and a little longer for clocks that differ. */
export const keptMs = ({ seconds, count }: ActivityRange): number => (count + 2) * seconds * 1_000;
