import { type Position, comparePositions, parsePosition, playerKey, partitionOf } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import type { BoardAddress } from './board-players.js';
import { rebuildErrors } from './errors.js';
import type { NextGeneration } from './next-generation.js';
import type { RebuildDependencies, RebuildProgress } from './rebuild-dependencies.js';

/** Partitions read at a time: enough that MongoDB, this process and Redis all have work. */
const PARTITIONS_AT_ONCE = 4;
/** Above this many players it is cheaper to read all of the partition's again. */
const MAX_TOUCHED_PLAYERS = 200_000;
/** Players written at a time: some milliseconds, for which Redis serves nobody else. */
const CHUNK = 1_000;
/** Each takes some milliseconds, and a partition needs one or two however many events come in. */
const MAX_PASSES = 10_000;

/** One rebuild, from the first reading to the swap; see `RebuildRanks`. */
export class RebuildRun {
  private done = 0;
  private total = 0;

  constructor(
    private readonly dependencies: RebuildDependencies,
    private readonly address: BoardAddress,
    private readonly next: NextGeneration,
    private readonly onProgress: (progress: RebuildProgress) => void,
  ) {}

  committedPositions(): Promise<ReadonlyMap<number, Position>> {
    const { workspace, board } = this.address;
    return this.dependencies.committed.positionsOf(workspace, boardId(board));
  }

  async rebuild(positions: ReadonlyMap<number, Position>): Promise<Result<{ readonly players: number }, DomainError>> {
    this.total = await this.dependencies.players.count(this.address, [...positions.keys()]);
    this.report(0);
    const waiting = [...positions];
    const worker = async (): Promise<void> => {
      try {
        for (let item = waiting.pop(); item; item = waiting.pop()) {
          const [partition, known] = item;
          // The later it is, the fewer have been touched since.
          const position = (await this.committedPositions()).get(partition) ?? known;
          await this.scan(partition, position);
        }
      } catch (error) {
        // Nobody begins another partition once one has failed.
        waiting.length = 0;
        throw error;
      }
    };
    // All have ended before anything is given up: none may write into what the next rebuild begins.
    const workers = await Promise.allSettled(Array.from({ length: PARTITIONS_AT_ONCE }, worker));
    for (const { status, ...rest } of workers) if (status === 'rejected' && 'reason' in rest) throw rest.reason;
    const isSwapped = await this.swapWhenCaughtUp(new Set(positions.keys()));
    if (!isSwapped) return err(rebuildErrors.lost('Nothing that is served was changed. Run it again.'));
    this.total = this.done;
    this.report(0);
    return ok({ players: this.done });
  }

  /** Reads a partition's players. Its mark is then a position from before the first of them was read. */
  private async scan(partition: number, position: Position): Promise<void> {
    const { scanning } = this.next;
    for await (const players of this.dependencies.players.scan(this.address, partition)) {
      const writes = chunksOf(players).map((chunk) => this.next.fill(partition, scanning, scanning, chunk));
      const areOurs = await Promise.all([...writes, this.next.renew()]);
      if (areOurs.includes(false)) return;
      this.report(players.length);
    }
    await this.next.fill(partition, scanning, position);
  }

  /** @returns false when the rebuild was lost */
  private async swapWhenCaughtUp(pending: Set<number>): Promise<boolean> {
    let baseless = new Map<number, string>();
    for (let pass = 0; pass < MAX_PASSES; pass += 1) {
      if (!(await this.next.renew())) return false;
      // In this order: a mark that has reached what was committed after a partition was last read holds all of that reading.
      const committed = await this.committedPositions();
      const marks = await this.next.marks();
      for (const partition of pending) {
        const position = committed.get(partition);
        const mark = marks.get(partition);
        if (!position || isAtLeast(mark, position)) pending.delete(partition);
        else await this.catchUp(partition, mark, position);
      }
      if (pending.size > 0) continue;
      const behind = await this.next.swap(baseless);
      if (behind === 'lost') return false;
      if (behind.length === 0) return true;
      baseless = await this.findBaseless(behind);
      for (const partition of behind) if (!baseless.has(partition)) pending.add(partition);
    }
    return false;
  }

  /** Brings a partition from its mark to a committed position. A live change that comes in between leaves it for the next pass. */
  private async catchUp(partition: number, mark: string | undefined, position: Position): Promise<void> {
    const touched = await this.touchedSince(partition, mark, position);
    if (mark === undefined || !touched) {
      const { scanning } = this.next;
      if (mark === scanning || (await this.next.fill(partition, mark ?? '', scanning))) {
        await this.dropStrays(partition);
        await this.scan(partition, position);
      }
      return;
    }
    for (const chunk of chunksOf(touched)) {
      const players = await this.dependencies.players.load(this.address, chunk);
      if (!(await this.next.fill(partition, mark, mark, players, chunk))) return;
    }
    await this.next.fill(partition, mark, position);
  }

  /** Before a partition is read once more: takes off those of its players who have left the board since they were read. */
  private async dropStrays(partition: number): Promise<void> {
    const { workspace } = this.address;
    const { scanning } = this.next;
    for await (const { playerIds } of this.next.players()) {
      const own = playerIds.filter((playerId) => partitionOf(playerKey(workspace, playerId)) === partition);
      if (own.length === 0) continue;
      const players = await this.dependencies.players.load(this.address, own);
      if (!(await this.next.fill(partition, scanning, scanning, players, own))) return;
    }
  }

  /** Undefined where all of the partition must be read again. */
  private async touchedSince(
    partition: number,
    mark: string | undefined,
    position: Position,
  ): Promise<readonly string[] | undefined> {
    const since = parsePosition(mark ?? '');
    if (since?.epoch !== position.epoch) return undefined;
    const target = { workspace: this.address.workspace, board: boardId(this.address.board) };
    const limit = MAX_TOUCHED_PLAYERS + 1;
    const touched = await this.dependencies.touched.playersTouchedSince(partition, target, since, limit);
    return touched.length < limit ? touched : undefined;
  }

  /**
   * Marks of what is served that lie beyond everything committed: of a history that MongoDB lost, as after a restore from a
   * backup. Ranks follow commits, so a mark that was read before the commits can't be ahead of them otherwise.
   */
  private async findBaseless(partitions: readonly number[]): Promise<Map<number, string>> {
    const served = await this.next.servedMarks();
    const committed = await this.committedPositions();
    const baseless = new Map<number, string>();
    for (const partition of partitions) {
      const mark = served.get(partition);
      const position = committed.get(partition);
      const projected = parsePosition(mark ?? '');
      if (mark === undefined || !projected) continue;
      if (!position || comparePositions(position, projected) < 0) baseless.set(partition, mark);
    }
    return baseless;
  }

  private report(players: number): void {
    this.done += players;
    this.onProgress({ done: this.done, total: Math.max(this.done, this.total) });
  }
}

const chunksOf = <T>(items: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );

function isAtLeast(mark: string | undefined, position: Position): boolean {
  const projected = parsePosition(mark ?? '');
  return projected !== undefined && comparePositions(projected, position) >= 0;
}
