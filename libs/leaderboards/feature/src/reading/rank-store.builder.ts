import { type Result, err, ok } from '@laurel/kernel';
import { compareUtf8, rankEntries, rankForm } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { Position } from '@laurel/contracts';
import { type PageStart, type RankRead, type RankedRow, RankStore, type SortKey } from './rank-store.js';

export type PlacedEntry = Omit<RankedRow, 'rank' | 'reachedAt'> & { readonly reachedAt: number };
type Placed = PlacedEntry & { readonly rank: number };

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

  override async page(target: BoardTarget, start: PageStart, limit: number): Promise<Result<RankRead, 'unreachable'>> {
    const ranked = rankEntries(target.board, [...this.entries.values()]);
    const isBefore = (key: SortKey) => (row: Placed) => compareKeys(sortKeyOf(target, row), key) < 0;
    if (start.kind === 'first') return this.read(target, ranked, 0, limit);
    const stop = ranked.filter(isBefore(start.key)).length;
    if (start.kind === 'before') return this.read(target, ranked, Math.max(0, stop - limit), stop);
    const exact = ranked.filter((row) => compareKeys(sortKeyOf(target, row), start.key) === 0).length;
    return this.read(target, ranked, stop + exact, stop + exact + limit);
  }

  override async around(
    target: BoardTarget,
    playerId: string,
    limit: number,
  ): Promise<Result<RankRead, 'unreachable'>> {
    const ranked = rankEntries(target.board, [...this.entries.values()]);
    const index = ranked.findIndex((row) => row.playerId === playerId);
    if (index < 0) return this.read(target, ranked, 0, 0);
    const first = Math.max(0, Math.min(index - Math.floor(limit / 2), ranked.length - limit));
    return this.read(target, ranked, first, first + limit);
  }

  private read(
    target: BoardTarget,
    ranked: readonly Placed[],
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
      ...(first && last ? { edges: { first: sortKeyOf(target, first), last: sortKeyOf(target, last) } } : {}),
    });
  }
}

function sortKeyOf({ board, window }: BoardTarget, row: Placed): SortKey {
  const { score, prefix } = rankForm(board, window).place(row);
  return { score: String(score), member: prefix + row.playerId };
}

const compareKeys = (left: SortKey, right: SortKey): number =>
  numberOf(left.score) - numberOf(right.score) || compareUtf8(left.member, right.member);

const numberOf = (score: string): number => Number(score.replace('inf', 'Infinity'));
