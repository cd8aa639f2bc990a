import { type Result, err, ok } from '@laurel/kernel';
import { rankEntries } from '@laurel/leaderboards-domain';
import type { Position } from '@laurel/contracts';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { RankQuestion } from './rank-question.js';
import { type RankRead, type RankedRow, RankStore } from './rank-store.js';
import { type RowSequence, SequenceReader } from './row-sequence.js';

export type PlacedEntry = Omit<RankedRow, 'rank' | 'reachedAt'> & {
  readonly reachedAt: number;
  readonly parts?: readonly string[];
};

/** Ranks in memory, by the reference ranking. One window, whatever is asked for. */
export class RanksInMemory extends RankStore {
  readonly entries = new Map<string, PlacedEntry>();
  readonly partitions = new Map<number, Position | 'repairing'>();
  asOf: number | null = null;
  isReachable = true;
  reads = 0;

  put(
    playerId: string,
    score: number,
    columns: readonly number[] = [0],
    reachedAt = 1_400_000_000_000,
    parts?: readonly string[],
  ): void {
    this.entries.set(playerId, { playerId, score, columns, reachedAt, ...(parts ? { parts } : {}) });
  }

  override async read(target: BoardTarget, question: RankQuestion): Promise<Result<RankRead, 'unreachable'>> {
    this.reads += 1;
    if (!this.isReachable) return err('unreachable');
    const projected = { partitions: new Map(this.partitions), asOf: this.asOf };
    const sequence = this.sequence(target, target.part);
    const answer = await new SequenceReader(target.board, sequence).answer(question);
    if (question.kind !== 'standing' || target.part !== undefined) return ok({ projected, ...answer });
    const parts = (this.entries.get(question.playerId)?.parts ?? []).map((part) => {
      const rows = this.ranked(target, part);
      const rank = rows.find(({ playerId }) => playerId === question.playerId)?.rank ?? 0;
      return { part, rank, total: rows.length };
    });
    return ok({ projected, ...answer, parts });
  }

  override async parts(_: BoardTarget, beginning: string): Promise<Result<readonly string[], 'unreachable'>> {
    if (!this.isReachable) return err('unreachable');
    const names = new Set([...this.entries.values()].flatMap(({ parts = [] }) => parts));
    return ok([...names].filter((name) => name.startsWith(beginning)));
  }

  private sequence(target: BoardTarget, part: string | undefined): RowSequence {
    const ranked = this.ranked(target, part);
    return {
      total: ranked.length,
      rows: async (first, limit) => ranked.slice(first, first + limit),
      place: async (playerId) => {
        const index = ranked.findIndex((row) => row.playerId === playerId);
        return index < 0 ? undefined : index;
      },
    };
  }

  private ranked({ board }: BoardTarget, part: string | undefined): readonly RankedRow[] {
    const entries = [...this.entries.values()].filter(
      ({ parts }) => part === undefined || parts?.includes(part) === true,
    );
    return rankEntries(board, entries).slice(0, board.sizeLimit);
  }
}
