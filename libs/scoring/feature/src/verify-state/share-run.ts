import {
  type CheckpointDocument,
  type EventRecord,
  type LedgerEntry,
  eventRecordId,
  playerDocumentId,
  settlesId,
} from '@laurel/contracts';
import { type EventPageDocument, type EventStore, decodeEventPage } from '@laurel/platform-event-store';
import type { RecordReplay } from '../replay-events/replay-record.js';
import type { Differences } from './difference.js';
import type { GrantsMatch } from './grants-match.js';
import { LedgerMatch } from './ledger-match.js';
import type { RecordOrder } from './record-order.js';
import { ReplayedPlayers } from './replayed-players.js';
import { SeenEvents } from './seen-events.js';
import { type StandingPlayers, TellStandings } from './standing-players.js';

/** Entries that may be missing before the ledger is read on regardless of its times. */
const MOST_WAITING = 50_000;

/** Whether a player is among those that are looked at. */
export type IsMine = (workspace: string, playerId: string) => boolean;

/** One reading of a partition's records and ledger, for the share of the players that fits into memory. */
export class ShareRun {
  readonly replayed: ReplayedPlayers;
  readonly match: LedgerMatch;
  records = 0;
  ledgerEntries = 0;
  /** Ids that counted. */
  private readonly seen = new SeenEvents();
  /** Ids that failed. A copy in the same batch is recorded as a duplicate. */
  private readonly failed = new SeenEvents();
  private readonly standings: TellStandings;
  private readonly ledger: AsyncGenerator<readonly LedgerEntry[]>;
  /** The next page of the ledger, while there is one. */
  private ledgerPage: readonly LedgerEntry[] | undefined;
  private ledgerStarted = false;

  constructor(
    checkpoint: CheckpointDocument,
    private readonly events: EventStore,
    replay: RecordReplay,
    private readonly differences: Differences,
    private readonly isMine: IsMine,
    readonly grants: GrantsMatch,
    standings: StandingPlayers,
  ) {
    this.replayed = new ReplayedPlayers(replay);
    this.standings = new TellStandings(standings);
    this.match = new LedgerMatch(checkpoint._id, differences);
    this.ledger = events.ledgerOfPartition(checkpoint._id, checkpoint);
  }

  async takePage(page: EventPageDocument, order: RecordOrder | undefined): Promise<void> {
    const records = this.recordsOf(page);
    order?.checkPage(page, records);
    for (const record of records) {
      if (!this.isMine(record.workspace, record.playerId)) continue;
      this.records += 1;
      await this.checkIdentity(record);
      this.grants.take(record);
      this.standings.next(this.replayed.players.get(playerDocumentId(record.workspace, record.playerId)), record);
      const { entries, differences } = await this.replayed.take(record);
      for (const difference of differences) this.differences.add(difference);
      for (const entry of entries) this.match.expect(entry);
    }
    const last = records.at(-1);
    if (last) await this.readLedger(last.decidedAt);
  }

  async endRecords(): Promise<void> {
    this.standings.end(this.replayed.players);
    await this.readLedger(Infinity);
    this.match.end();
  }

  private recordsOf(page: EventPageDocument): readonly EventRecord[] {
    try {
      return decodeEventPage(page);
    } catch (error) {
      const { partition, workspace, first, last } = page;
      const found = error instanceof Error ? error.message : String(error);
      const what = `event page ${partition}:${first}–${last}`;
      this.differences.add({ check: 'checkpoints', partition, workspace, what, expected: 'readable records', found });
      return [];
    }
  }

  /** An id counts once: a second `processed` is a doubled event, and a `duplicate` without a first one a lost event. */
  private async checkIdentity(record: EventRecord): Promise<void> {
    const { status, workspace, partition, playerId, eventId } = record;
    const place = { check: 'checkpoints' as const, partition, workspace, playerId, what: `event ${eventId}` };
    const id = eventRecordId(record);
    if (status === 'failed') this.failed.add(id);
    if (status === 'duplicate' && !this.seen.has(id) && !this.failed.has(id)) {
      this.differences.add({ ...place, expected: 'counted before its duplicate', found: 'only a duplicate' });
    }
    if (!settlesId(record) || !this.seen.add(id)) return;
    const all = (await this.events.find([record])).get(id) ?? [];
    const counted = all.filter(settlesId);
    if (counted.length < 2) return;
    const found = counted.map(({ offset }) => `${partition}:${offset}`).join(', ');
    this.differences.add({ ...place, expected: 'counted once', found: `counted ${counted.length} times: ${found}` });
  }

  /** Reads the ledger as far as the records are, so that entries and events meet while both are in memory. */
  private async readLedger(upToTime: number): Promise<void> {
    if (!this.ledgerStarted) {
      this.ledgerStarted = true;
      await this.nextLedgerPage();
    }
    while (this.ledgerPage) {
      const [first] = this.ledgerPage;
      if (first && first.at > upToTime && this.match.waiting < MOST_WAITING) return;
      for (const entry of this.ledgerPage) this.takeEntry(entry);
      await this.nextLedgerPage();
    }
  }

  private takeEntry(entry: LedgerEntry): void {
    if (!this.isMine(entry.workspace, entry.playerId)) return;
    this.ledgerEntries += 1;
    this.match.find(entry);
  }

  private async nextLedgerPage(): Promise<void> {
    const next = await this.ledger.next();
    this.ledgerPage = next.done ? undefined : next.value;
  }
}
