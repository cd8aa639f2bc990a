import {
  type Position,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  type TombstoneDocument,
  playerDocumentId,
} from '@laurel/contracts';
import { type BoardDefinition, boardId, windowName } from '@laurel/leaderboards-domain';
import { ErasureKey, Tombstones } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { ReleasedProgram } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import type { ErasedPlayer } from '../erase-player/batch-erasures.js';
import { erasePlayerDocuments } from '../erase-player/player-documents.js';

/** Who is erased, in MongoDB. */
@Injectable()
export class ErasureStore {
  private readonly tombstones: Collection<TombstoneDocument>;

  constructor(
    @Inject(MONGO_DB) private readonly db: Db,
    @Inject(ErasureKey) private readonly key: ErasureKey,
  ) {
    this.tombstones = new Tombstones(db).collection;
  }

  /** Document ids of those of these players who are erased. One query, and none for nobody. */
  async erasedOf(players: readonly { readonly workspace: string; readonly playerId: string }[]): Promise<Set<string>> {
    if (players.length === 0) return new Set();
    const names = new Map(
      players.map(({ workspace, playerId }) => [
        this.key.tombstoneOf(workspace, playerId),
        playerDocumentId(workspace, playerId),
      ]),
    );
    const found = await this.tombstones.find({ _id: { $in: [...names.keys()] } }, { projection: { _id: 1 } }).toArray();
    return new Set(found.flatMap(({ _id }) => names.get(_id) ?? []));
  }

  /** What the batch that erases a player leaves: from then on the player is no player, and what is left is swept away. */
  tombstoneOf(
    { workspace, playerId, offset, erasedAt }: ErasedPlayer,
    { partition, epoch }: Pick<TombstoneDocument, 'partition' | 'epoch'>,
  ): TombstoneDocument {
    const _id = this.key.tombstoneOf(workspace, playerId);
    return { _id, workspace, partition, epoch, offset, erasedAt, sweep: { playerId } };
  }

  /** Those of a partition of whom something may be left. */
  unswept(partition: number): Promise<TombstoneDocument[]> {
    return this.tombstones.find({ partition, sweep: { $exists: true } }).toArray();
  }

  /** What is of the player alone, beside the history. */
  eraseDocuments(workspace: string, playerId: string): Promise<void> {
    return erasePlayerDocuments(this.db, workspace, playerId);
  }

  /** Nothing is left of the player, and now not the id either. */
  async swept(tombstone: string): Promise<void> {
    await this.tombstones.updateOne({ _id: tombstone }, { $unset: { sweep: '' } });
  }

  /** Whether anybody of a workspace was erased in a partition behind a position: records do not tell who changed since. */
  async wasErasedSince(partition: number, workspace: string, { epoch, offset }: Position): Promise<boolean> {
    const behind = { $or: [{ epoch: { $gt: epoch } }, { epoch, offset: { $gt: offset } }] };
    return (await this.tombstones.findOne({ partition, workspace, ...behind }, { projection: { _id: 1 } })) !== null;
  }

  /** Every board that a workspace ever had, with all windows that it ever had, by `boardId`: ranks of dropped ones are left. */
  async everyBoard(workspace: string): Promise<Map<string, BoardDefinition>> {
    const boards = new Map<string, BoardDefinition>();
    const releases = this.db
      .collection<ReleaseDocument<Pick<ReleasedProgram, 'leaderboards'>>>(RELEASES_COLLECTION)
      .find({ workspace })
      .sort({ release: 1 })
      .project<ReleaseDocument<Pick<ReleasedProgram, 'leaderboards'>>>({ 'program.leaderboards': 1 });
    for await (const { program } of releases) {
      for (const board of program.leaderboards) {
        const before = boards.get(boardId(board))?.windows ?? [];
        const own = new Set(board.windows.map(windowName));
        const dropped = before.filter((window) => !own.has(windowName(window)));
        boards.set(boardId(board), { ...board, windows: [...board.windows, ...dropped] });
      }
    }
    return boards;
  }
}
