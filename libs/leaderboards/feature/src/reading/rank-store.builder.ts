import { type Result, err, ok } from '@laurel/kernel';
import {
  type BoardDefinition,
  compareUtf8,
  encodeRow,
  memberOfRow,
  rankEntries,
  toRedisScore,
} from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { Position } from '@laurel/contracts';
import { type PageStart, type RankRead, type RankedRow, RankStore, type SortKey } from './rank-store.js';

export type PlacedEntry = Omit<RankedRow, 'rank'>;

/** Ranks in memory, by the reference ranking. One window, whatever is asked for. */
export class RanksInMemory extends RankStore {
  readonly entries = new Map<string, PlacedEntry>();
  readonly partitions = new Map<number, Position | 'repairing'>();
  asOf: number | null = null;
  isReachable = true;
  reads = 0;

  put(playerId: string, score: number, columns: readonly number[] = [0], reachedAt = 1_400_000_000_000): void {
    this.entries.set(playerId, { playerId, score, columns, reachedAt });
  }

  override async page(
    { board }: BoardTarget,
    start: PageStart,
    limit: number,
  ): Promise<Result<RankRead, 'unreachable'>> {
    const ranked = rankEntries(board, [...this.entries.values()]);
    const isBefore = (key: SortKey) => (row: RankedRow) => compareKeys(sortKeyOf(board, row), key) < 0;
    if (start.kind === 'first') return this.read(board, ranked, 0, limit);
    const stop = ranked.filter(isBefore(start.key)).length;
    if (start.kind === 'before') return this.read(board, ranked, Math.max(0, stop - limit), stop);
    const exact = ranked.filter((row) => compareKeys(sortKeyOf(board, row), start.key) === 0).length;
    return this.read(board, ranked, stop + exact, stop + exact + limit);
  }

  override async around(
    { board }: BoardTarget,
    playerId: string,
    limit: number,
  ): Promise<Result<RankRead, 'unreachable'>> {
    const ranked = rankEntries(board, [...this.entries.values()]);
    const index = ranked.findIndex((row) => row.playerId === playerId);
    if (index < 0) return this.read(board, ranked, 0, 0);
    const first = Math.max(0, Math.min(index - Math.floor(limit / 2), ranked.length - limit));
    return this.read(board, ranked, first, first + limit);
  }

  private read(
    board: BoardDefinition,
    ranked: readonly RankedRow[],
    offset: number,
    stop: number,
  ): Result<RankRead, 'unreachable'> {
    this.reads += 1;
    if (!this.isReachable) return err('unreachable');
    const rows = ranked.slice(offset, stop);
    const [first, last] = [rows[0], rows.at(-1)];
    return ok({
      projected: { partitions: new Map(this.partitions), asOf: this.asOf },
      total: ranked.length,
      offset,
      rows,
      ...(first && last ? { edges: { first: sortKeyOf(board, first), last: sortKeyOf(board, last) } } : {}),
    });
  }
}

const sortKeyOf = (board: BoardDefinition, row: RankedRow): SortKey => ({
  score: String(toRedisScore(board, row.score)),
  member: memberOfRow(board, encodeRow(board, row.playerId, row)),
});

const compareKeys = (left: SortKey, right: SortKey): number =>
  numberOf(left.score) - numberOf(right.score) || compareUtf8(left.member, right.member);

const numberOf = (score: string): number => Number(score.replace('inf', 'Infinity'));
