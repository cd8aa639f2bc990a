import { randomUUID } from 'node:crypto';
import { type Position, comparePositions, formatPosition, parsePosition, playerDocumentId } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { type CompiledBoard, NO_RELEASE, type Player } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import { ErasureStore } from '../adapters/erasure-store.mongo.js';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { boardKey } from '../partition/board-key.js';
import type { BoardPosition, PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import { RANK_PROJECTION, type RankProjection, type RankedEntry } from '../partition/rank-projection.port.js';
import { type StrayPlayers, strayPlayers } from './stray-players.js';
import { LOG } from '@laurel/platform-observability';

/** Above this many players it is cheaper to read all of the partition's. */
const MAX_TOUCHED_PLAYERS = 20_000;
const CHUNK = 1_000;

/** A board of a partition with the mark that its ranks have, which is not where it should be. */
interface Differing {
  readonly target: BoardPosition;
  readonly board: CompiledBoard;
  readonly mark: string | undefined;
}

/**
 * Brings ranks that are behind back to the committed state. Runs between the batches of a partition, so no new change of its
 * players can come in between; other partitions go on, for each mends only its own players on a board.
 *
 * While it runs, the partition's mark on the board is `repair:<token>`: reads say `warming`, and every chunk demands the mark,
 * so that an owner who has lost the partition can't write old entries over new ones.
 *
 * A mark that tells nothing may stand for a history that MongoDB lost, as after a restore from a backup: then those of the
 * partition's players who have no entry any more are taken off.
 */
@Injectable()
export class RepairRanks {
  constructor(
    @Inject(RANK_PROJECTION) private readonly projection: RankProjection,
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(ErasureStore) private readonly erasures: Pick<ErasureStore, 'wasErasedSince'>,
    @Inject(ProgramCache) private readonly programs: ProgramCache,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Compares the partition's marks on all its boards with what is committed, and repairs the boards that differ. */
  async sweep(state: PartitionState): Promise<void> {
    await this.repairAll(state, [...state.boardPositions.values()]);
  }

  /** Repairs the boards known to be behind, or that may be by another release; one that fails stays on the list. */
  async repairBehind(state: PartitionState): Promise<void> {
    const { behind, rereleased, boardPositions } = state;
    if (behind.size === 0 && rereleased.size === 0) return;
    const isWanted = (board: BoardPosition): boolean => rereleased.has(board.workspace) || behind.has(boardKey(board));
    await this.repairAll(state, [...boardPositions.values()].filter(isWanted));
  }

  private async repairAll(state: PartitionState, positions: readonly BoardPosition[]): Promise<void> {
    state.rereleased.clear();
    for (const { target, board, mark } of await this.differing(state, positions)) {
      const repaired = await this.repair(state, target, board, mark).catch((error: unknown) => {
        this.log.warn(
          { partition: state.partition, board: target.board, reason: String(error) },
          'ranks.repair_failed',
        );
        return false;
      });
      if (repaired) state.behind.delete(boardKey(target));
    }
  }

  /** Notes which boards are behind and which are not. A board that the program has not any more is read by nobody. */
  private async differing(state: PartitionState, positions: readonly BoardPosition[]): Promise<Differing[]> {
    try {
      const released: { readonly target: BoardPosition; readonly board: CompiledBoard }[] = [];
      for (const target of positions) {
        const board = await this.boardOf(state, target);
        if (board) released.push({ target, board });
        else state.behind.delete(boardKey(target));
      }
      const asked = released.map(({ target, board }) => ({ workspace: target.workspace, board: board.definition }));
      const marks = await this.projection.marks(state.partition, asked);
      return released.flatMap((each, index) => {
        const mark = marks[index];
        const isBehind = mark !== formatPosition(each.target.position);
        if (isBehind) state.behind.add(boardKey(each.target));
        else state.behind.delete(boardKey(each.target));
        return isBehind ? [{ ...each, mark }] : [];
      });
    } catch (error) {
      for (const board of positions) state.behind.add(boardKey(board));
      this.log.warn({ partition: state.partition, reason: String(error) }, 'ranks.unreachable');
      return [];
    }
  }

  /** @returns whether the board is at its position now */
  private async repair(
    state: PartitionState,
    target: BoardPosition,
    board: CompiledBoard,
    mark: string | undefined,
  ): Promise<boolean> {
    const to = formatPosition(target.position);
    const token = `repair:${randomUUID()}`;
    const step = this.steps(state, target, board, mark);
    if (!(await step(token, []))) return false;
    let players = 0;
    for await (const chunk of this.playersToMend(state.partition, target, board, mark)) {
      if (!(await step(token, chunk.players, chunk.playerIds))) return false;
      players += chunk.players.length;
    }
    if (!(await step(to, []))) return false;
    this.log.info({ partition: state.partition, board: target.board, players, from: mark, to }, 'ranks.repaired');
    return true;
  }

  /** Steps of a repair, each of which demands the mark that the one before it left, and says whether it found it. */
  private steps(
    { partition, checkpoint }: PartitionState,
    { workspace, board: id }: BoardPosition,
    { definition: board }: CompiledBoard,
    mark: string | undefined,
  ): (to: string, players: readonly Player[], gone?: readonly string[]) => Promise<boolean> {
    let from = mark;
    return async (to, players, gone = []) => {
      const decidedAt = checkpoint?.decidedAt ?? 0;
      const windows = entriesOf(players, id);
      const change = { workspace, board, partition, from, to, decidedAt, windows, gone };
      const isApplied = (await this.projection.apply(change)) === 'applied';
      if (isApplied) from = to;
      return isApplied;
    };
  }

  /** The position of the mark, where records tell what changed behind it: those of erased players are gone. */
  private async changesAreKnownSince(
    partition: number,
    { workspace, position }: BoardPosition,
    mark: string | undefined,
  ): Promise<Position | undefined> {
    const since = usablePosition(mark, position);
    return since && !(await this.erasures.wasErasedSince(partition, workspace, since)) ? since : undefined;
  }

  private async boardOf(
    state: PartitionState,
    { workspace, board }: BoardPosition,
  ): Promise<CompiledBoard | undefined> {
    const release =
      state.releases.get(workspace) ??
      (await this.store.loadReleasesInForce(state.partition, [workspace])).get(workspace) ??
      NO_RELEASE;
    return (await this.programs.get(workspace, release))?.boards.get(board);
  }

  /**
   * The players that changed since the mark where it is a position: what they have no entry of any more goes. Else all of the
   * partition's, and then those who stand where they have no entry.
   */
  private async *playersToMend(
    partition: number,
    target: BoardPosition,
    board: CompiledBoard,
    mark: string | undefined,
  ): AsyncGenerator<StrayPlayers> {
    const since = await this.changesAreKnownSince(partition, target, mark);
    const touched = since && (await this.store.playersTouchedSince(partition, target, since, MAX_TOUCHED_PLAYERS + 1));
    if (!touched || touched.length > MAX_TOUCHED_PLAYERS) {
      for await (const players of this.store.playersOnBoard(partition, target)) yield { playerIds: [], players };
      // Without a mark nobody stands there yet.
      if (mark !== undefined) yield* strayPlayers(this.projection, this.store, partition, target, board);
      return;
    }
    for (let index = 0; index < touched.length; index += CHUNK) {
      const playerIds = touched.slice(index, index + CHUNK);
      const ids = playerIds.map((playerId) => playerDocumentId(target.workspace, playerId));
      yield { playerIds, players: [...(await this.store.loadPlayers(ids)).values()] };
    }
  }
}

/** A mark of another epoch, or ahead of the database (restored from a backup), tells nothing about what is missing. */
function usablePosition(mark: string | undefined, target: Position): Position | undefined {
  const position = mark === undefined ? undefined : parsePosition(mark);
  return position?.epoch === target.epoch && comparePositions(position, target) < 0 ? position : undefined;
}

function entriesOf(players: readonly Player[], board: string): Map<string, RankedEntry[]> {
  const windows = new Map<string, RankedEntry[]>();
  for (const { playerId, boards } of players) {
    for (const [window, entry] of boards.get(board) ?? []) {
      const entries = windows.get(window) ?? [];
      windows.set(window, entries);
      entries.push({ playerId, entry });
    }
  }
  return windows;
}
