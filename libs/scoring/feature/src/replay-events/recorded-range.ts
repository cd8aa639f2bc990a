import { type RecordPosition, newerFirst } from '@laurel/platform-event-store';

/** Which of the recorded events are decided again. */
export interface RecordedRange {
  /** Decided at this time (ms) or later. */
  readonly from: number;
  /** Decided before this time (ms). */
  readonly to: number;
  /** Of those decided at `from`, the first; absent: all of them. */
  readonly first?: RecordPosition | undefined;
}

/** Whether a record lies in a range. What its player did behind it, and before the end of the range, does too. */
export const isWithin = (record: RecordPosition, { from, to, first }: RecordedRange): boolean =>
  record.decidedAt >= from && record.decidedAt < to && (!first || newerFirst(record, first) <= 0);
