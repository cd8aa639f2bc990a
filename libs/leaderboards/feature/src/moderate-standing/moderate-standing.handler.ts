import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import { type BoardDefinition, boardId, isRanked } from '@laurel/leaderboards-domain';
import { httpErrors } from '@laurel/platform-http';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { boardReadErrors } from '../errors.js';
import { type StandingOrder, StandingOrders } from '../order-standing/standing-orders.js';
import type { StandingOrderAcceptedDto } from '../order-standing/standing-order.dto.js';
import { type BoardPlayer, BoardPlayerStore } from './board-player.js';
import type { ModeratedStandingDto } from './moderate-standing.dto.js';

/** What is done to a standing. */
export type ModerationAct =
  | { readonly kind: 'hide' | 'unhide' | 'remove' }
  | {
      readonly kind: 'adjust';
      readonly mode: 'add' | 'set';
      readonly score?: number | undefined;
      readonly columns?: Readonly<Record<string, number>> | undefined;
    };

export interface ModerateStanding extends Omit<StandingOrder, 'content'> {
  /** Of the leaderboard. */
  readonly board: string;
  /** Key or name of a window; hiding without one is of all that are open. */
  readonly window: string | undefined;
  readonly reason: string;
  readonly act: ModerationAct;
}

export type ModerationOutcome =
  | { readonly kind: 'done'; readonly standing: ModeratedStandingDto }
  | { readonly kind: 'accepted'; readonly accepted: StandingOrderAcceptedDto };

/** Orders that a player's standing be hidden, shown again, removed or adjusted. */
export class ModerateStandingHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly players: BoardPlayerStore,
    private readonly orders: StandingOrders,
  ) {}

  /**
   * Errors: `leaderboards.not_found`, `leaderboards.window_not_found`, `leaderboards.player_not_found`, `http.invalid_input`, and
   * those of `StandingOrders`.
   */
  async handle(given: ModerateStanding): Promise<Result<ModerationOutcome, DomainError>> {
    const target = await this.directory.find(given.workspace, given.board, { window: given.window });
    if (!target.ok) return target;
    const problems = problemsOf(given, target.value.board);
    if (problems.length > 0)
      return err(httpErrors.invalidInput('See `errors` for every problem.', { errors: problems }));
    return this.order(given, target.value);
  }

  private async order(given: ModerateStanding, target: BoardTarget): Promise<Result<ModerationOutcome, DomainError>> {
    const { workspace, playerId, key, by } = given;
    const id = boardId(target.board);
    if (!(await this.players.find(workspace, id, playerId))) return err(NOBODY);
    const ordered = await this.orders.give({ workspace, playerId, key, by, content: contentOf(given, target) });
    if (!ordered.ok) return ordered;
    if (ordered.value) return ok({ kind: 'accepted', accepted: ordered.value });
    const after = await this.players.find(workspace, id, playerId);
    return after ? ok({ kind: 'done', standing: describe(target.board, playerId, after) }) : err(NOBODY);
  }
}

const NOBODY = boardReadErrors.playerNotFound('Nobody is known under this id.');

function contentOf({ act, reason }: ModerateStanding, { board, window }: BoardTarget): StandingOrder['content'] {
  const of = { board: boardId(board), reason };
  switch (act.kind) {
    case 'hide':
    case 'unhide':
      return { command: 'hide_standing', hidden: act.kind === 'hide', ...of };
    case 'remove':
      return { command: 'remove_standing', window: window.key, ...of };
    case 'adjust': {
      const { mode, score, columns } = act;
      const numbers = { ...(score === undefined ? {} : { score }), ...(columns === undefined ? {} : { columns }) };
      return { command: 'adjust_standing', window: window.key, mode, ...numbers, ...of };
    }
  }
}

function problemsOf({ act, window }: ModerateStanding, { ties }: BoardDefinition): FieldProblem[] {
  if (act.kind !== 'adjust') return act.kind === 'remove' || window === undefined ? [] : [NOT_ENDED];
  const { score, columns = {} } = act;
  if (score === undefined && Object.keys(columns).length === 0) {
    return [{ path: '/score', rule: 'required', message: 'give a score, or columns, or both' }];
  }
  const known = ties.columns.map(({ stat }) => stat);
  return Object.entries(columns).flatMap(([stat, value]): FieldProblem[] => {
    const path = `/columns/${stat.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!known.includes(stat)) {
      return [{ path, rule: 'unknown', message: `columns of this leaderboard: ${known.join(', ') || 'none'}` }];
    }
    return Number.isSafeInteger(value) ? [] : [{ path, rule: 'isInt', message: 'must be an integer number' }];
  });
}

const NOT_ENDED: FieldProblem = {
  ...{ path: '/window', rule: 'ended' },
  message: 'names only a window that has ended; without it the player is hidden in all that are open',
};

/** What a player has on a board, for an operator's eyes. */
function describe(board: BoardDefinition, playerId: string, player: BoardPlayer): ModeratedStandingDto {
  const entries = Object.entries(player.entries).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    board: board.key,
    playerId,
    hidden: player.isHidden,
    entries: entries.map(([window, entry]) => ({
      window,
      score: entry.score,
      columns: Object.fromEntries(board.ties.columns.map(({ stat }, index) => [stat, entry.columns[index] ?? 0])),
      ranked: !player.isWithheld && isRanked(board, entry),
    })),
  };
}
