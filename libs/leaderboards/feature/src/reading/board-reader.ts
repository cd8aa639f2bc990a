import { boardId, compareEntries, findWindow } from '@laurel/leaderboards-domain';
import type { Clock, Result } from '@laurel/kernel';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { FrozenWindows } from '../frozen/frozen-windows.js';
import type { CommittedHistory } from '../rank-freshness/committed-history.js';
import { ranksAreRight } from '../rank-freshness/ranks-are-right.js';
import { FrozenRanks } from './frozen-ranks.js';
import type { PlayerEntries, PlayerEntry } from './player-entries.js';
import type { RankQuestion } from './rank-question.js';
import type { RankRead, RankStore } from './rank-store.js';

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

type Ranked = Extract<BoardReading, { kind: 'ranked' }>;

/** Reads ranks and judges them before anyone sees them. */
export class BoardReader {
  private readonly frozenRanks: FrozenRanks;

  constructor(
    private readonly ranks: RankStore,
    private readonly committed: CommittedHistory,
    private readonly players: PlayerEntries,
    private readonly frozen: FrozenWindows,
    private readonly clock: Clock,
  ) {
    this.frozenRanks = new FrozenRanks(frozen);
  }

  /**
   * While ranks are warming: the rows of the players who are asked for by id, from their documents and without ranks; no rows of
   * anyone else, for ranking players without the projection would read them all.
   */
  async read(target: BoardTarget, question: RankQuestion): Promise<BoardReading> {
    if (target.frozen) return { kind: 'ranked', ...(await this.frozenRanks.read(target, target.frozen, question)) };
    const judged = await this.rightRanks(target, question);
    // A window that closed may have been frozen since it was looked for, and have left Redis before this read.
    const frozen = target.closed ? await this.frozenNow(target) : undefined;
    if (frozen) return this.read({ ...target, frozen }, question);
    if (typeof judged !== 'string') return judged;
    const asked = playersOf(question);
    const entries = asked.length > 0 ? await this.players.find(target, asked) : [];
    const sorted = [...entries].sort((left, right) => compareEntries(target.board, left, right));
    return { kind: 'warming', why: judged, rows: sorted.map((entry) => ({ ...entry, rank: null })) };
  }

  private async frozenNow({ workspace, board, window }: BoardTarget): Promise<BoardTarget['frozen']> {
    const document = await this.frozen.find(workspace, boardId(board), window.key);
    return document?.state === 'frozen' ? document : undefined;
  }

  /** Ranks of a window that the board no longer has are there for as long as they are being kept, and not under its name. */
  private rightRanks(target: BoardTarget, question: RankQuestion): Promise<Ranked | 'unreachable' | 'rebuilding'> {
    const isLeft = target.closed && findWindow(target.board, target.window.key) === undefined;
    return isLeft ? Promise.resolve('rebuilding') : this.judge(target, this.ranks.read(target, question));
  }

  private async judge(
    { workspace, board }: BoardTarget,
    reading: Promise<Result<RankRead, 'unreachable'>>,
  ): Promise<Ranked | 'unreachable' | 'rebuilding'> {
    const [read, history] = await Promise.all([reading, this.committed.of(workspace, boardId(board))]);
    if (!read.ok) return read.error;
    if (!ranksAreRight(history, read.value.projected, this.clock.now())) return 'rebuilding';
    return { kind: 'ranked', ...read.value };
  }
}

function playersOf(question: RankQuestion): readonly string[] {
  switch (question.kind) {
    case 'around':
    case 'standing':
      return [question.playerId];
    case 'players':
      return question.playerIds;
    default:
      return [];
  }
}
