import {
  BARRIERS_COLLECTION,
  BOARD_POSITIONS_COLLECTION,
  type BarrierDocument,
  type BoardPositionDocument,
  CHECKPOINTS_COLLECTION,
  type CheckpointDocument,
  type EventRecord,
  type LedgerEntry,
  PARTITION_CLOCKS_COLLECTION,
  PARTITION_RELEASES_COLLECTION,
  PLAYERS_COLLECTION,
  type PartitionClockDocument,
  type PartitionReleaseDocument,
  type PlayerDocument,
  type Position,
  TOMBSTONES_COLLECTION,
  type TombstoneDocument,
  boardPositionId,
  partitionClockId,
  partitionReleaseId,
  playerDocumentId,
} from '@laurel/contracts';
import { type ErasedMessage, EventStore } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Player } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession, Db } from 'mongodb';
import type { BoardRef } from '../partition/partition-state.js';
import { keepGrants } from './keep-grants.js';
import { dropQuarantine, keepQuarantine } from './keep-quarantine.js';
import { toPlayer, toPlayerDocument } from './player.mapper.js';

/** All that one batch changes; it is committed whole or not at all. */
export interface Commit {
  readonly partition: number;
  /** The checkpoint the batch started from: the transaction demands that it still stands. */
  readonly from: CheckpointDocument | undefined;
  readonly to: CheckpointDocument;
  readonly records: readonly EventRecord[];
  readonly ledger: readonly LedgerEntry[];
  readonly players: readonly Player[];
  readonly boards: readonly BoardRef[];
  readonly releases: readonly { readonly workspace: string; readonly release: number; readonly offset: number }[];
  /** Test clocks that moved; absent where none did. */
  readonly clocks?: readonly { readonly workspace: string; readonly offsetMs: number; readonly offset: number }[];
  /** Barriers that the partition has come to. */
  readonly barriers?: readonly BarrierDocument[] | undefined;
  readonly erased?: Burial | undefined;
}

/** Players who are erased from then on, and messages that leave no record. */
export interface Burial {
  readonly tombstones: readonly TombstoneDocument[];
  readonly messages: readonly ErasedMessage[];
}

/** Another owner has committed to the partition: what this instance holds of it is void. */
export class StaleCheckpointError extends Error {
  constructor(partition: number) {
    super(`the checkpoint of partition ${partition} was moved by another owner`);
  }
}

const REPAIR_PAGE = 1_000;
const PLAYERS_PER_COMMAND = 1_000;

/** Scoring's records, state and checkpoints in MongoDB. */
@Injectable()
export class ScoringStore {
  private readonly eventStore: EventStore;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    this.eventStore = new EventStore(db);
  }

  loadCheckpoint(partition: number): Promise<CheckpointDocument | null> {
    return this.checkpoints.findOne({ _id: partition });
  }

  /** Marks a partition as standing still, or takes the mark away. The position is not touched. */
  async setHalted(partition: number, halted: CheckpointDocument['halted']): Promise<void> {
    const change = halted ? { $set: { halted } } : { $unset: { halted: '' as const } };
    await this.checkpoints.updateOne({ _id: partition }, change);
  }

  /** Notes that everything up to the checkpoint went out; nothing when another owner has moved on. */
  async setPublished({ _id, epoch, offset }: CheckpointDocument): Promise<void> {
    await this.checkpoints.updateOne({ _id, epoch, offset }, { $set: { published: offset } });
  }

  loadBoardPositions(partition: number): Promise<BoardPositionDocument[]> {
    return this.boardPositions.find({ partition }).toArray();
  }

  /** The release in force in a partition for each of these workspaces; a workspace that published none is absent. */
  async loadReleasesInForce(partition: number, workspaces: readonly string[]): Promise<Map<string, number>> {
    const ids = workspaces.map((workspace) => partitionReleaseId(partition, workspace));
    const documents = await this.partitionReleases.find({ _id: { $in: ids } }).toArray();
    return new Map(documents.map(({ workspace, release }) => [workspace, release]));
  }

  /** The test clocks of workspaces in a partition. */
  loadClocks(partition: number): Promise<PartitionClockDocument[]> {
    return this.partitionClocks.find({ partition }).toArray();
  }

  async loadPlayers(ids: readonly string[]): Promise<Map<string, Player>> {
    if (ids.length === 0) return new Map();
    const documents = await this.players.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(documents.map((document) => [document._id, toPlayer(document)]));
  }

  /** All records of a player that may have had effects, in the order of the log. */
  async historyOf(workspace: string, playerId: string): Promise<EventRecord[]> {
    const records: EventRecord[] = [];
    for await (const record of this.eventStore.ofPlayer(workspace, playerId)) {
      if (record.status === 'processed') records.push(record);
    }
    return records;
  }

  /** Ids of the players whose entries on a board changed after a position; a few more than `limit` when there are more. */
  async playersTouchedSince(
    partition: number,
    { workspace, board }: BoardRef,
    since: Position,
    limit: number,
  ): Promise<string[]> {
    const players = new Set<string>();
    const range = { after: since.offset, upTo: Number.MAX_SAFE_INTEGER };
    for await (const records of this.eventStore.ofPartition(partition, since.epoch, range)) {
      for (const record of records) {
        if (record.workspace === workspace && changes(record, board)) players.add(record.playerId);
      }
      if (players.size > limit) break;
    }
    return [...players];
  }

  /** Players of a partition that have an entry on a board, in pages. */
  async *playersOnBoard(partition: number, { workspace, board }: BoardRef): AsyncGenerator<Player[]> {
    const cursor = this.players
      .find({ partition, workspace, [`boards.${board}`]: { $exists: true } })
      .batchSize(REPAIR_PAGE);
    let page: Player[] = [];
    for await (const document of cursor) {
      page.push(toPlayer(document));
      if (page.length < REPAIR_PAGE) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  /**
   * Commits a batch in one transaction.
   *
   * @throws StaleCheckpointError when another owner has committed since; any other error leaves it unknown whether the batch
   *   is in: the caller must start again from the checkpoint
   */
  async commit(commit: Commit): Promise<void> {
    await this.db.client.withSession((session) =>
      session.withTransaction(() => this.write(commit, session), {
        writeConcern: { w: 'majority', journal: true },
        readConcern: { level: 'snapshot' },
      }),
    );
  }

  private async write(commit: Commit, session: ClientSession): Promise<void> {
    await this.moveCheckpoint(commit, session);
    const { partition, records, ledger, players, boards, releases, clocks = [], barriers, erased, to } = commit;
    const position = { partition, epoch: to.epoch, offset: to.offset };
    await this.eventStore.append(position, records, ledger, session, erased?.messages);
    await this.replacePlayers(players, partition, session);
    await keepQuarantine(this.db, records, session);
    await keepGrants(this.db, records, session);
    if (barriers) await this.noteBarriers(barriers, session);
    if (erased && erased.tombstones.length > 0) await this.bury(erased.tombstones, session);
    if (boards.length > 0) {
      const writes = boards.map(({ workspace, board }) =>
        replacement<BoardPositionDocument>({
          _id: boardPositionId(partition, workspace, board),
          partition,
          workspace,
          board,
          epoch: to.epoch,
          offset: to.offset,
        }),
      );
      await this.boardPositions.bulkWrite(writes, { session });
    }
    if (releases.length > 0) {
      const writes = releases.map(({ workspace, release, offset }) =>
        replacement<PartitionReleaseDocument>({
          _id: partitionReleaseId(partition, workspace),
          partition,
          workspace,
          release,
          epoch: to.epoch,
          offset,
        }),
      );
      await this.partitionReleases.bulkWrite(writes, { session });
    }
    if (clocks.length > 0) {
      const writes = clocks.map((clock) => {
        const _id = partitionClockId(partition, clock.workspace);
        return replacement<PartitionClockDocument>({ _id, partition, epoch: to.epoch, ...clock });
      });
      await this.partitionClocks.bulkWrite(writes, { session });
    }
  }

  /** Of a barrier that was written again, the first note counts. */
  private async noteBarriers(barriers: readonly BarrierDocument[], session: ClientSession): Promise<void> {
    const writes = barriers.map(({ _id, ...note }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: note }, upsert: true },
    }));
    await this.db.collection<BarrierDocument>(BARRIERS_COLLECTION).bulkWrite(writes, { session });
  }

  private async bury(tombstones: readonly TombstoneDocument[], session: ClientSession): Promise<void> {
    const ids = tombstones.flatMap(({ workspace, sweep }) =>
      sweep ? playerDocumentId(workspace, sweep.playerId) : [],
    );
    await this.players.deleteMany({ _id: { $in: ids } }, { session });
    const buried = tombstones.flatMap(({ workspace, sweep }) => (sweep ? [{ workspace, ...sweep }] : []));
    await dropQuarantine(this.db, buried, session);
    await this.db.collection<TombstoneDocument>(TOMBSTONES_COLLECTION).insertMany([...tombstones], { session });
  }

  /** As one plain command per thousand: the driver's bulk writer costs as much again as encoding the documents. */
  private async replacePlayers(players: readonly Player[], partition: number, session: ClientSession): Promise<void> {
    for (let at = 0; at < players.length; at += PLAYERS_PER_COMMAND) {
      const updates = players.slice(at, at + PLAYERS_PER_COMMAND).map((player) => {
        const document = toPlayerDocument(player, partition);
        return { q: { _id: document._id }, u: document, upsert: true };
      });
      const { writeErrors } = await this.db.command(
        { update: PLAYERS_COLLECTION, updates, ordered: false },
        { session },
      );
      if (writeErrors) throw new Error(`players could not be written: ${JSON.stringify(writeErrors).slice(0, 500)}`);
    }
  }

  /** First in the transaction: a consumer that has lost its partition fails here, before it writes anything. */
  private async moveCheckpoint({ partition, from, to }: Commit, session: ClientSession): Promise<void> {
    if (!from) {
      await this.checkpoints.insertOne(to, { session });
      return;
    }
    const expected = { _id: partition, epoch: from.epoch, offset: from.offset };
    const { matchedCount } = await this.checkpoints.replaceOne(expected, to, { session });
    if (matchedCount !== 1) throw new StaleCheckpointError(partition);
  }

  private get checkpoints() {
    return this.db.collection<CheckpointDocument>(CHECKPOINTS_COLLECTION);
  }

  private get players() {
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
  }

  private get boardPositions() {
    return this.db.collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION);
  }

  private get partitionClocks() {
    return this.db.collection<PartitionClockDocument>(PARTITION_CLOCKS_COLLECTION);
  }

  private get partitionReleases() {
    return this.db.collection<PartitionReleaseDocument>(PARTITION_RELEASES_COLLECTION);
  }
}

const replacement = <T extends { readonly _id: string }>(document: T) => ({
  replaceOne: { filter: { _id: document._id } as object, replacement: document as object as never, upsert: true },
});

const changes = ({ effects }: EventRecord, board: string): boolean =>
  effects.some((effect) => (effect.kind === 'standing' || effect.kind === 'removal') && effect.board === board);
