import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type EventRecord, joinId } from '@laurel/contracts';
import { Binary, type Long } from 'mongodb';
import { eventKey, playerKey64 } from './event-key.js';

export const EVENT_PAGES_COLLECTION = 'eventPages';

/**
 * Records of one workspace that one batch of one partition left, in the order of the log. Many records share a document
 * because documents and index entries are what a database spends its time on (docs/adr/0008).
 */
export interface EventPageDocument {
  /** workspace, partition, epoch, first offset */
  readonly _id: string;
  readonly workspace: string;
  readonly partition: number;
  readonly epoch: number;
  /** Offsets of the first and of the last record. */
  readonly first: number;
  readonly last: number;
  /** Decision times of the first and of the last record, ms. */
  readonly from: number;
  readonly to: number;
  /** `eventKey` of each record. */
  readonly events: readonly Long[];
  /** `playerKey64` of each player, once. */
  readonly players: readonly Long[];
  /** One record as JSON per line, Zstandard. */
  readonly records: Binary;
  /** Offsets of messages of players who were erased: they have no record any more, or never had one. */
  readonly erased?: readonly number[];
}

/** What reading a page takes. */
export type StoredPage = Pick<EventPageDocument, 'records'>;

/** Characters of JSON in a page; a document may have 16 MiB, also where text does not compress and takes three bytes a character. */
const MAX_PAGE_LENGTH = 2_000_000;
/**
 * From the first to the last decision of a page, ms. A batch that spans more (scoring catches up on a quiet log) takes several
 * pages, so that a listing by time knows where to look.
 */
export const MAX_PAGE_SPAN_MS = 60_000;
/** The fastest level: records resemble each other so much that more effort gains little. */
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * Puts the records of a batch into pages: one per workspace, more where they are large.
 *
 * @param records of one partition and epoch, in the order of the log
 */
export function encodeEventPages(records: readonly EventRecord[]): EventPageDocument[] {
  const open = new Map<string, PageDraft>();
  const pages: EventPageDocument[] = [];
  for (const record of records) {
    const line = JSON.stringify(record);
    let draft = open.get(record.workspace);
    if (draft && !hasRoom(draft, record, line)) {
      pages.push(closePage(draft));
      draft = undefined;
    }
    if (!draft) open.set(record.workspace, (draft = { from: record.decidedAt, records: [], lines: [], length: 0 }));
    draft.records.push(record);
    draft.lines.push(line);
    draft.length += line.length;
  }
  for (const draft of open.values()) pages.push(closePage(draft));
  return pages;
}

/**
 * @param hint text that lines without can be left out, unparsed: whoever gives one still compares what comes back
 * @returns the records of a page, in the order of the log
 */
export function decodeEventPage(page: StoredPage, hint?: string): EventRecord[] {
  const lines = linesOf(page);
  const wanted = hint === undefined ? lines : lines.filter((line) => line.includes(hint));
  return wanted.map(parseRecord);
}

/** The records of a page in the order of the log, each parsed when it is asked for: a full page takes tens of milliseconds. */
export function* recordsOfPage(page: StoredPage): Generator<EventRecord> {
  for (const line of linesOf(page)) yield parseRecord(line);
}

function linesOf({ records }: StoredPage): string[] {
  const text = zstdDecompressSync(records.buffer).toString('utf8');
  // A page of nothing but erased messages has no text.
  return text === '' ? [] : text.split('\n');
}

const parseRecord = (line: string): EventRecord => JSON.parse(line) as EventRecord;

interface PageDraft {
  /** Decision time of the first record, ms. */
  readonly from: number;
  readonly records: EventRecord[];
  readonly lines: string[];
  length: number;
}

const hasRoom = ({ from, length }: PageDraft, { decidedAt }: EventRecord, line: string): boolean =>
  length + line.length <= MAX_PAGE_LENGTH && decidedAt - from <= MAX_PAGE_SPAN_MS;

function closePage({ records, lines }: PageDraft): EventPageDocument {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) throw new Error('a page holds at least one record');
  const { workspace, partition, epoch } = first;
  const players = new Set(records.map(({ playerId }) => playerId));
  return {
    _id: joinId(workspace, String(partition), String(epoch), String(first.offset)),
    workspace,
    partition,
    epoch,
    first: first.offset,
    last: last.offset,
    from: first.decidedAt,
    to: last.decidedAt,
    events: records.map(({ eventId, playerId }) => eventKey(workspace, eventId, playerId)),
    players: Array.from(players, (playerId) => playerKey64(workspace, playerId)),
    records: compressed(lines),
  };
}

export const compressed = (lines: readonly string[]): Binary =>
  new Binary(zstdCompressSync(lines.join('\n'), COMPRESSION));
