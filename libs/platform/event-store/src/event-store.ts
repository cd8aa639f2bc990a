import { type EventRecord, type LedgerEntry, type Position, eventRecordId, playerDocumentId } from '@laurel/contracts';
import type { ClientSession, Collection, Db, Filter } from 'mongodb';
import { eventKey, keysOfEventId, playerKey64 } from './event-key.js';
import {
  EVENT_PAGES_COLLECTION,
  type EventPageDocument,
  type StoredPage,
  decodeEventPage,
  encodeEventPages,
} from './event-page.js';
import { LEDGER_PAGES_COLLECTION, type LedgerPageDocument, encodeLedgerPages } from './ledger-page.js';
import { type ErasedMessage, encodeErased } from './erased-page.js';
import { type NewestFirst, newestFirstInParts } from './newest-first.js';
import { Tombstones } from './tombstones.js';

/** What identifies an event. */
export type EventIdentity = Pick<EventRecord, 'workspace' | 'eventId' | 'playerId'>;

/** The part of a page that reading needs. */
const READ = { projection: { records: 1 } } as const;

/**
 * Event records and ledger entries in MongoDB: appended in the transaction of a batch, never changed (but see `EraseHistory`).
 *
 * The reading methods give what was committed when their query ran, always in the order of the log unless they say otherwise,
 * and hold one page in memory at a time.
 */
export class EventStore {
  constructor(private readonly db: Db) {}

  /**
   * @param position of the batch
   * @param records of one partition, in the order of the log
   * @param erased messages that are to leave no record
   */
  async append(
    position: Position & { readonly partition: number },
    records: readonly EventRecord[],
    entries: readonly LedgerEntry[],
    session: ClientSession,
    erased: readonly ErasedMessage[] = [],
  ): Promise<void> {
    const pages = encodeEventPages(records);
    if (erased.length > 0) pages.push(...encodeErased(position, erased));
    if (pages.length > 0) await this.pages.insertMany(pages, { session });
    const ledgerPages = encodeLedgerPages(position, entries);
    if (ledgerPages.length > 0) await this.ledger.insertMany(ledgerPages, { session });
  }

  /** All records under each of these ids, by `eventRecordId`; ids without a record are absent. */
  async find(ids: readonly EventIdentity[]): Promise<Map<string, EventRecord[]>> {
    const found = new Map<string, EventRecord[]>();
    if (ids.length === 0) return found;
    const wanted = new Set(ids.map(eventRecordId));
    const keys = ids.map(({ workspace, eventId, playerId }) => eventKey(workspace, eventId, playerId));
    const hint = ids.length === 1 ? JSON.stringify(ids[0]?.eventId) : undefined;
    for await (const record of this.read({ events: { $in: keys } }, hint)) {
      const id = eventRecordId(record);
      if (!wanted.has(id)) continue;
      const records = found.get(id) ?? [];
      found.set(id, records);
      records.push(record);
    }
    for (const records of found.values()) records.sort(inLogOrder);
    return found;
  }

  /** All records under an id, whosever they are: of each player in the order of the log. */
  async findByEventId(workspace: string, eventId: string): Promise<EventRecord[]> {
    const [first, last] = keysOfEventId(workspace, eventId);
    const found: EventRecord[] = [];
    // $elemMatch, so that one element must lie between both bounds.
    const filter = { workspace, events: { $elemMatch: { $gte: first, $lte: last } } };
    for await (const record of this.read(filter, JSON.stringify(eventId))) {
      if (record.eventId === eventId) found.push(record);
    }
    return found.sort(inLogOrder);
  }

  /** These records of a workspace without those of players who are being erased: what may be shown. */
  async readable(workspace: string, records: readonly EventRecord[]): Promise<EventRecord[]> {
    if (records.length === 0) return [];
    const going = await new Tombstones(this.db).beingErased(workspace);
    return records.filter(({ playerId }) => !going.has(playerDocumentId(workspace, playerId)));
  }

  /** Everything a player sent. */
  async *ofPlayer(workspace: string, playerId: string): AsyncGenerator<EventRecord> {
    const filter = { players: playerKey64(workspace, playerId), workspace };
    const pages = this.pages.find<StoredPage>(filter, READ).sort({ epoch: 1, first: 1 });
    const hint = JSON.stringify(playerId);
    for await (const page of pages) {
      yield* decodeEventPage(page, hint).filter((record) => record.playerId === playerId);
    }
  }

  /** What a partition committed after one offset up to and including another, a page of one workspace at a time. */
  async *ofPartition(
    partition: number,
    epoch: number,
    range: { readonly after: number; readonly upTo: number },
  ): AsyncGenerator<readonly EventRecord[]> {
    const { after, upTo } = range;
    const filter = { partition, epoch, last: { $gt: after }, first: { $lte: upTo } };
    for await (const page of this.pages.find<StoredPage>(filter, READ).sort({ last: 1 })) {
      yield decodeEventPage(page).filter(({ offset }) => offset > after && offset <= upTo);
    }
  }

  /** Records in the order of `newestFirstInParts`. */
  async *newestFirst(query: NewestFirst): AsyncGenerator<EventRecord> {
    for await (const part of this.newestFirstInParts(query)) yield* part;
  }

  /** As `newestFirst`, in parts, one for each page that is read: for whoever must not read too many. */
  newestFirstInParts(query: NewestFirst): AsyncGenerator<readonly EventRecord[]> {
    return newestFirstInParts(this.pages, query);
  }

  /** A player's ledger. */
  async *ledgerOfPlayer(workspace: string, playerId: string): AsyncGenerator<LedgerEntry> {
    const filter = { players: playerKey64(workspace, playerId), workspace };
    for await (const page of this.ledger.find(filter).sort({ epoch: 1, offset: 1 })) {
      for (const entry of page.entries) if (entry.playerId === playerId) yield { workspace, ...entry };
    }
  }

  /** The ledger of a partition up to and including a position, a page of one workspace at a time. */
  async *ledgerOfPartition(partition: number, upTo: Position): AsyncGenerator<readonly LedgerEntry[]> {
    const filter = {
      partition,
      $or: [{ epoch: { $lt: upTo.epoch } }, { epoch: upTo.epoch, offset: { $lte: upTo.offset } }],
    };
    for await (const { workspace, entries } of this.ledger.find(filter).sort({ epoch: 1, offset: 1 })) {
      yield entries.map((entry) => ({ workspace, ...entry }));
    }
  }

  private get pages(): Collection<EventPageDocument> {
    return this.db.collection(EVENT_PAGES_COLLECTION);
  }

  private get ledger(): Collection<LedgerPageDocument> {
    return this.db.collection(LEDGER_PAGES_COLLECTION);
  }

  private async *read(filter: Filter<EventPageDocument>, hint: string | undefined): AsyncGenerator<EventRecord> {
    for await (const page of this.pages.find<StoredPage>(filter, READ)) yield* decodeEventPage(page, hint);
  }
}

/** All records of a player are in one partition of an epoch. */
const inLogOrder = (left: EventRecord, right: EventRecord): number =>
  left.epoch - right.epoch || left.partition - right.partition || left.offset - right.offset;
