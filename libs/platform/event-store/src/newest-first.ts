import type { EventRecord } from '@laurel/contracts';
import type { Collection, Filter, FindCursor } from 'mongodb';
import { playerKey64 } from './event-key.js';
import { type EventPageDocument, MAX_PAGE_SPAN_MS, decodeEventPage } from './event-page.js';

/** Where a listing goes on: behind this record. */
export type RecordPosition = Pick<EventRecord, 'decidedAt' | 'epoch' | 'partition' | 'offset'>;

export interface NewestFirst {
  readonly workspace: string;
  /** Only what this player sent. */
  readonly playerId?: string | undefined;
  /** Decided at or after, and before, these times (ms). */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only what lies behind this record. */
  readonly behind?: RecordPosition | undefined;
}

type Pages = Collection<EventPageDocument>;
type ReadPage = Pick<EventPageDocument, 'records' | 'to'>;

const READ = { projection: { records: 1, to: 1 } } as const;
/** Whoever lists a part may stop early: few pages at a time. */
const PAGES_PER_FETCH = 8;

/**
 * A workspace's records, the one decided last first; among equal times the later epoch, then by partition, then the later
 * offset first. In parts, one for each page that is read and one at the end: whoever reads can stop after so many pages. A part
 * holds what is known to have its place by then, which may be nothing.
 */
export async function* newestFirstInParts(pages: Pages, query: NewestFirst): AsyncGenerator<readonly EventRecord[]> {
  const { playerId, from = -Infinity, behind } = query;
  const latest = latestOf(query);
  const isWanted = (record: EventRecord): boolean =>
    record.decidedAt >= from &&
    record.decidedAt <= latest &&
    (playerId === undefined || record.playerId === playerId) &&
    (behind === undefined || newerFirst(behind, record) < 0);
  const hint = playerId === undefined ? undefined : JSON.stringify(playerId);
  let waiting: EventRecord[] = [];
  for await (const page of pagesOf(pages, query, latest)) {
    // Pages overlap in time: only what is newer than all that is still to come has its place.
    const split = waiting.findIndex(({ decidedAt }) => decidedAt <= page.to);
    yield split < 0 ? waiting : waiting.slice(0, split);
    const rest = split < 0 ? [] : waiting.slice(split);
    waiting = [...rest, ...decodeEventPage(page, hint).filter(isWanted)].sort(newerFirst);
  }
  yield waiting;
}

/** Decision time of the newest record that is wanted, ms. */
const latestOf = ({ to, behind }: NewestFirst): number =>
  Math.min(to === undefined ? Infinity : to - 1, behind?.decidedAt ?? Infinity);

/** Pages that may hold what is wanted, by their last decision time, the latest first. */
function pagesOf(pages: Pages, query: NewestFirst, latest: number): FindCursor<ReadPage> {
  const { workspace, playerId, from, behind } = query;
  const times: Filter<EventPageDocument> = {
    // A page ends at most its span after it begins: without this, all newer pages would have to be passed.
    to: { $gte: from ?? -Infinity, $lte: latest + MAX_PAGE_SPAN_MS },
    from: { $lte: latest },
  };
  const found =
    playerId === undefined
      ? pages.find<ReadPage>({ workspace, ...times }, READ).sort({ to: -1 })
      : // All of a player's records of an epoch are in one partition, in the order of their times.
        pages
          .find<ReadPage>({ players: playerKey64(workspace, playerId), workspace, ...times, ...notAfter(behind) }, READ)
          .sort({ epoch: -1, first: -1 });
  return found.batchSize(PAGES_PER_FETCH);
}

/** Lets the index of players' pages begin where the listing goes on. */
const notAfter = (behind: RecordPosition | undefined): Filter<EventPageDocument> =>
  behind === undefined
    ? {}
    : { $or: [{ epoch: { $lt: behind.epoch } }, { epoch: behind.epoch, first: { $lte: behind.offset } }] };

/** Sorts the record decided last to the front. */
export const newerFirst = (left: RecordPosition, right: RecordPosition): number =>
  right.decidedAt - left.decidedAt ||
  right.epoch - left.epoch ||
  left.partition - right.partition ||
  right.offset - left.offset;
