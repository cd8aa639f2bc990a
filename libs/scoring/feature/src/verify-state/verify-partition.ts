import {
  type CheckpointDocument,
  PARTITION_CLOCKS_COLLECTION,
  PLAYERS_COLLECTION,
  type PartitionClockDocument,
  type PlayerDocument,
  playerDocumentId,
} from '@laurel/contracts';
import {
  EVENT_PAGES_COLLECTION,
  type EventPageDocument,
  type EventStore,
  Tombstones,
} from '@laurel/platform-event-store';
import type { TopicRange } from '@laurel/platform-kafka';
import { canonicalJson } from '@laurel/scoring-domain';
import { type Db, type Filter, MongoError } from 'mongodb';
import { type RecordsOf, checkpointOf, pagesUpTo } from '../replay-events/recorded-pages.js';
import type { RecordReplay } from '../replay-events/replay-record.js';
import type { TestClocks } from '../partition/test-clocks.js';
import type { Differences } from './difference.js';
import { GrantsMatch } from './grants-match.js';
import { type PlayerRef, RecheckPlayer, documentText } from './recheck-player.js';
import { RecordOrder } from './record-order.js';
import { shareOf } from './seen-events.js';
import { type IsMine, ShareRun } from './share-run.js';
import type { StandingPlayers } from './standing-players.js';
import type { VerifyScope } from './verify-scope.js';

/** How much was looked at. */
export interface Checked {
  records: number;
  players: number;
  ledgerEntries: number;
  /** Offsets up to the checkpoints that have no record; not told of one workspace alone. */
  unrecorded: TopicRange[];
}

/** @param fraction of the partition that is done, 0 to 1 */
export type PartitionProgress = (fraction: number) => void;

/** Messages of a partition for which the ids are held in memory at a time. */
const IDS_IN_MEMORY = 10_000_000;
/** Ranges of offsets without a record that are looked at in a partition: each release that was announced makes one. */
const MOST_UNRECORDED = 100;

/**
 * Checks one partition up to the checkpoint that it has now; what is committed meanwhile is left out. The records are read in
 * the order of the log and decided again; the ledger is read beside them, the players after them.
 */
export class VerifyPartition {
  private readonly rechecks: RecheckPlayer;

  constructor(
    private readonly db: Db,
    private readonly events: EventStore,
    private readonly replay: RecordReplay,
    private readonly scope: VerifyScope,
    private readonly differences: Differences,
    readonly checked: Checked,
    private readonly standings: StandingPlayers,
  ) {
    this.rechecks = new RecheckPlayer(db, events, replay);
  }

  async verify(partition: number, onProgress: PartitionProgress): Promise<void> {
    const checkpoint = await checkpointOf(this.db, partition);
    if (!checkpoint) return this.demandNothing(partition);
    await this.checkNothingBehind(checkpoint);
    // Their records and entries are going, each in its time.
    const going = await new Tombstones(this.db).beingErased(this.scope.workspace);
    const clocks = await this.clocksOf(partition);
    const shares = await this.sharesOf(checkpoint);
    for (let share = 0; share < shares; share += 1) {
      const isMine = this.isMine(share, shares, going);
      const grants = new GrantsMatch(this.db, this.events, partition, this.differences);
      const run = new ShareRun(checkpoint, this.events, this.replay, this.differences, isMine, grants, this.standings);
      const order = share === 0 ? new RecordOrder(checkpoint, this.differences, clocks) : undefined;
      for await (const page of pagesUpTo(this.db, this.filter(partition), checkpoint)) {
        await run.takePage(page, order);
        onProgress((share + (0.8 * page.last) / (checkpoint.offset + 1)) / shares);
      }
      await run.endRecords();
      if (order && this.scope.workspace === undefined) {
        this.checked.unrecorded.push(...order.unrecorded(MOST_UNRECORDED));
      }
      await run.grants.end(this.scope.workspace, isMine);
      await this.checkPlayers(partition, run, isMine);
      this.checked.records += run.records;
      this.checked.ledgerEntries += run.ledgerEntries;
      onProgress((share + 1) / shares);
    }
  }

  /** Players of workspaces that don't exist are told of once, by their documents. */
  private isMine(share: number, shares: number, going: ReadonlySet<string>): IsMine {
    const { workspaces, workspace: only } = this.scope;
    return (workspace, playerId) =>
      workspaces.has(workspace) &&
      (only === undefined || workspace === only) &&
      (going.size === 0 || !going.has(playerDocumentId(workspace, playerId))) &&
      (shares === 1 || shareOf(playerDocumentId(workspace, playerId), shares) === share);
  }

  private async clocksOf(partition: number): Promise<TestClocks> {
    const clocks = await this.db
      .collection<PartitionClockDocument>(PARTITION_CLOCKS_COLLECTION)
      .find({ partition })
      .toArray();
    return new Map(clocks.map(({ workspace, offsetMs }) => [workspace, offsetMs]));
  }

  private async sharesOf({ _id: partition, offset }: CheckpointDocument): Promise<number> {
    const players = await this.players.countDocuments(this.filter(partition));
    return Math.max(1, Math.ceil(players / this.scope.playersInMemory), Math.ceil(offset / IDS_IN_MEMORY));
  }

  /** Compares the players as they are with what their records lead to; those that differ are looked at again by themselves. */
  private async checkPlayers(partition: number, run: ShareRun, isMine: IsMine): Promise<void> {
    const { players } = run.replayed;
    const { sums } = run.match;
    for await (const document of this.players.find(this.filter(partition))) {
      const id = playerDocumentId(document.workspace, document.playerId);
      if (!isMine(document.workspace, document.playerId)) continue;
      this.checked.players += 1;
      const player = players.get(id);
      const isRight =
        document._id === id &&
        player !== undefined &&
        documentText(player, { partition }) === canonicalJson(document) &&
        sameBalances(document, sums.get(id));
      players.delete(id);
      sums.delete(id);
      if (!isRight) await this.recheck({ partition, workspace: document.workspace, playerId: document.playerId });
    }
    for (const { workspace, playerId } of players.values()) await this.recheck({ partition, workspace, playerId });
  }

  private async recheck(ref: PlayerRef): Promise<void> {
    try {
      for (const difference of await this.rechecks.recheck(ref)) this.differences.add(difference);
    } catch (error) {
      if (error instanceof MongoError) throw error;
      const found = error instanceof Error ? error.message : String(error);
      this.differences.add({ check: 'replay', ...ref, what: 'history', expected: 'readable records', found });
    }
  }

  /** Without a checkpoint nothing was ever committed. */
  private async demandNothing(partition: number): Promise<void> {
    const players = await this.players.countDocuments(this.filter(partition), { limit: 1 });
    const pages = await this.db
      .collection<EventPageDocument>(EVENT_PAGES_COLLECTION)
      .countDocuments(this.filter(partition), { limit: 1 });
    if (players + pages === 0) return;
    const found = players > 0 ? 'players' : 'records';
    this.differences.add({
      check: 'checkpoints',
      partition,
      what: 'checkpoint',
      expected: 'one',
      found: `none, but ${found}`,
    });
  }

  /** Records beyond the checkpoint would be decided a second time. A later checkpoint may have brought them meanwhile. */
  private async checkNothingBehind(checkpoint: CheckpointDocument): Promise<void> {
    const { _id: partition } = checkpoint;
    const behind = await this.db
      .collection<EventPageDocument>(EVENT_PAGES_COLLECTION)
      .find({ ...this.filter(partition), $nor: upTo(checkpoint) }, { projection: { epoch: 1, last: 1 } })
      .sort({ epoch: -1, last: -1 })
      .limit(1)
      .next();
    if (!behind) return;
    const now = await checkpointOf(this.db, partition);
    if (now && (now.epoch > behind.epoch || (now.epoch === behind.epoch && now.offset >= behind.last))) return;
    const [expected, found] = [`${now?.epoch}:${now?.offset}`, `${behind.epoch}:${behind.last}`];
    this.differences.add({
      check: 'checkpoints',
      partition,
      what: 'last record, up to the checkpoint',
      expected,
      found,
    });
  }

  private filter(partition: number): RecordsOf {
    const { workspace } = this.scope;
    return workspace === undefined ? { partition } : { partition, workspace };
  }

  private get players() {
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
  }
}

const upTo = ({ epoch, offset }: CheckpointDocument): Filter<EventPageDocument>[] => [
  { epoch: { $lt: epoch } },
  { epoch, last: { $lte: offset } },
];

function sameBalances({ balances }: PlayerDocument, sums: ReadonlyMap<string, number> | undefined): boolean {
  const entries = Object.entries(balances);
  return (
    entries.length === (sums?.size ?? 0) && entries.every(([currency, balance]) => sums?.get(currency) === balance)
  );
}
