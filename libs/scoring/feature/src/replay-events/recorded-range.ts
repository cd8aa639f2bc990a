import type { EventRecord } from '@laurel/contracts';

/** Which of the recorded events are decided again. */
export interface RecordedRange {
  /** Decided at this time (ms) or later. */
  readonly from: number;
  /** Decided before this time (ms). */
  readonly to: number;
  /** Of those decided at `from`, the first; absent: all of them. */
  readonly first?: RecordPlace | undefined;
}

/** Where a record lies among all of its workspace. */
export type RecordPlace = Pick<EventRecord, 'decidedAt' | 'epoch' | 'partition' | 'offset'>;

/** Whether a record lies in a range. What a player did before one of its records that does not never does either. */
export const isWithin = (record: RecordPlace, { from, to, first }: RecordedRange): boolean =>
  record.decidedAt >= from && record.decidedAt < to && (!first || !isBefore(record, first));

/** The order of `EventStore.newestFirst`, turned around. */
function isBefore(left: RecordPlace, right: RecordPlace): boolean {
  if (left.decidedAt !== right.decidedAt) return left.decidedAt < right.decidedAt;
  if (left.epoch !== right.epoch) return left.epoch < right.epoch;
  if (left.partition !== right.partition) return left.partition > right.partition;
  return left.offset < right.offset;
}
