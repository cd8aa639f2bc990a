import { boardId } from '@laurel/leaderboards-domain';
import type { Clock, Result } from '@laurel/kernel';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { CommittedHistory } from '../rank-freshness/committed-history.js';
import { ranksAreRight } from '../rank-freshness/ranks-are-right.js';
import type { PlayerEntries, PlayerEntry } from './player-entries.js';
import type { PageStart, RankRead, RankStore } from './rank-store.js';

/** A result whose place is not known now. */
export type UnrankedRow = PlayerEntry & { readonly rank: null };

/** Rows with right ranks, or the admission that ranks can't be given now. There is nothing between. */
export type BoardReading =
  | ({ readonly kind: 'ranked' } & RankRead)
  | {
      readonly kind: 'warming';
      /** `unreachable`: Redis did not answer in time. `rebuilding`: it did, but lacks what is committed. */
      readonly why: 'unreachable' | 'rebuilding';
      readonly rows: readonly UnrankedRow[];
    };

/** Reads ranks and judges them before anyone sees them. */
export class BoardReader {
  constructor(
    private readonly ranks: RankStore,
    private readonly committed: CommittedHistory,
    private readonly players: PlayerEntries,
    private readonly clock: Clock,
  ) {}

  /** No rows while ranks are warming: ranking players without the projection would read them all. */
  async page(target: BoardTarget, start: PageStart, limit: number): Promise<BoardReading> {
    const judged = await this.judge(target, this.ranks.page(target, start, limit));
    return typeof judged === 'string' ? { kind: 'warming', why: judged, rows: [] } : judged;
  }

  /**
   * `limit` rows with the player among them, none for a player who is not on the board. While ranks are warming, the
   * player's own row, from the player's document.
   */
  async around(target: BoardTarget, playerId: string, limit: number): Promise<BoardReading> {
    const judged = await this.judge(target, this.ranks.around(target, playerId, limit));
    if (typeof judged !== 'string') return judged;
    const entry = await this.players.find(target, playerId);
    return { kind: 'warming', why: judged, rows: entry ? [{ ...entry, rank: null }] : [] };
  }

  private async judge(
    { workspace, board }: BoardTarget,
    reading: Promise<Result<RankRead, 'unreachable'>>,
  ): Promise<Extract<BoardReading, { kind: 'ranked' }> | 'unreachable' | 'rebuilding'> {
    const [read, history] = await Promise.all([reading, this.committed.of(workspace, boardId(board))]);
    if (!read.ok) return read.error;
    if (!ranksAreRight(history, read.value.projected, this.clock.now())) return 'rebuilding';
    return { kind: 'ranked', ...read.value };
  }
}
