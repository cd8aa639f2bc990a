import {
  BOARD_POSITIONS_COLLECTION,
  type BoardPositionDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  type Position,
  boardPositionId,
  formatPosition,
  playerDocumentId,
} from '@laurel/contracts';
import { type BoardDefinition, boardId, isRanked, rankEntries, windowsHolding } from '@laurel/leaderboards-domain';
import type { Db } from 'mongodb';
import type { RedisRankProjection } from '../project-standings/redis-rank-projection.js';
import type { PlacedEntry, RankedState } from '../project-standings/window-changes.js';
import { TouchedPlayers } from './board-players.js';

type Entries = ReadonlyMap<string, RankedState>;

/**
 * A board that is being scored: does what the scoring service does with it. Commits go to MongoDB, then to the ranks, one
 * partition at a time; what each partition had at each of its offsets is remembered, to judge what readers saw.
 */
export class ScoredBoard extends TouchedPlayers {
  /** Whether changes are told to have touched nobody that can be named: the partition must then be read again. */
  touchedIsUnknown = false;
  /** By partition, then offset. */
  private readonly history = new Map<number, Entries[]>();
  private readonly touched = new Map<number, string[][]>();
  /** Marks that the partition's changes build on. */
  private readonly marks = new Map<number, string>();

  constructor(
    private readonly db: Db,
    private readonly projection: RedisRankProjection,
    readonly workspace: string,
    readonly board: BoardDefinition,
  ) {
    super();
  }

  /** Commits entries of players of one partition, null for one who leaves, and projects them unless they are to be lost on the way. */
  async change(
    partition: number,
    entries: Readonly<Record<string, RankedState | null>>,
    isProjected = true,
  ): Promise<void> {
    const past = this.history.get(partition) ?? [];
    this.history.set(partition, past);
    const changed = Object.entries(entries);
    const state = new Map(past.at(-1) ?? []);
    for (const [playerId, entry] of changed) {
      if (entry) state.set(playerId, entry);
      else state.delete(playerId);
    }
    past.push(state);
    this.touched.set(partition, [...(this.touched.get(partition) ?? []), Object.keys(entries)]);
    const position = { epoch: 1, offset: past.length - 1 };
    await this.commit(partition, changed, position);
    if (!isProjected) return;
    const to = formatPosition(position);
    const windows = new Map<string, PlacedEntry[]>();
    for (const [playerId, entry] of changed) {
      for (const key of entry ? this.windowsOf(entry) : []) {
        windows.set(key, [...(windows.get(key) ?? []), ...(entry ? [{ playerId, entry }] : [])]);
      }
    }
    const { workspace, board } = this;
    const from = this.marks.get(partition);
    const gone = changed.flatMap(([playerId, entry]) => (entry ? [] : playerId));
    const answer = await this.projection.apply({ workspace, board, partition, from, to, decidedAt: 1, windows, gone });
    // A swap may have brought the change in first: then it is found there.
    if (answer !== 'applied' && answer.found !== to) throw new Error(`${to} found ${String(answer.found)}`);
    this.marks.set(partition, to);
  }

  override async playersTouchedSince(
    partition: number,
    _target: unknown,
    since: Position,
    limit: number,
  ): Promise<readonly string[]> {
    if (this.touchedIsUnknown) return Array.from({ length: limit }, () => 'anybody');
    return [...new Set((this.touched.get(partition) ?? []).slice(since.offset + 1).flat())];
  }

  /** Rows with ranks as they must be when each partition stands at its offset; as they are now where none is given. */
  ranked(offsets?: ReadonlyMap<number, number>) {
    const rows = [...this.history].flatMap(([partition, past]) => {
      const state = offsets ? past[offsets.get(partition) ?? -1] : past.at(-1);
      const entries = [...(state ?? [])].filter(([, entry]) => isRanked(this.board, entry));
      return entries.map(([playerId, { score, columns, reachedAt }]) => ({ playerId, score, columns, reachedAt }));
    });
    const isShared = this.board.ties.then === 'shared';
    return rankEntries(this.board, rows).map((row) => (isShared ? { ...row, reachedAt: null } : row));
  }

  private windowsOf({ reachedAt }: RankedState): string[] {
    return windowsHolding(this.board, reachedAt).map(({ key }) => key);
  }

  private async commit(
    partition: number,
    entries: readonly (readonly [string, RankedState | null])[],
    { epoch, offset }: Position,
  ): Promise<void> {
    const { workspace, board } = this;
    const id = boardId(board);
    const players = entries.map(([playerId, entry]) => ({
      updateOne: {
        filter: { _id: playerDocumentId(workspace, playerId) },
        update: {
          $set: {
            workspace,
            playerId,
            partition,
            updatedAt: 1,
            [`boards.${id}`]: entry ? Object.fromEntries(this.windowsOf(entry).map((key) => [key, entry])) : {},
          },
        },
        upsert: true,
      },
    }));
    await this.db.client.withSession((session) =>
      session.withTransaction(async () => {
        await this.db.collection<PlayerDocument>(PLAYERS_COLLECTION).bulkWrite(players, { session });
        await this.db
          .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
          .updateOne(
            { _id: boardPositionId(partition, workspace, id) },
            { $set: { partition, workspace, board: id, epoch, offset } },
            { upsert: true, session },
          );
      }),
    );
  }
}
