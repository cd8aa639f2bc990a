import type { BoardWindowDocument, FrozenRow } from '@laurel/contracts';
import { type Clock, type DomainError, type FieldProblem, type Result, err, newId, ok } from '@laurel/kernel';
import { type BoardDefinition, type EntryAdjustment, boardId, isRanked } from '@laurel/leaderboards-domain';
import { httpErrors, pooledRandomBytes } from '@laurel/platform-http';
import type { AcceptedOrder } from '@laurel/platform-kafka';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { FrozenAct, FrozenCorrections } from '../correct-frozen/frozen-corrections.js';
import { boardReadErrors } from '../errors.js';
import type { FrozenWindows } from '../frozen/frozen-windows.js';
import { type StandingOrder, StandingOrders } from '../order-standing/standing-orders.js';
import { type BoardPlayer, BoardPlayerStore } from './board-player.js';
import type { CorrectedRowDto, CorrectedStandingDto, ModeratedStandingDto } from './moderate-standing.dto.js';

export interface ModerateStanding extends Omit<StandingOrder, 'content'> {
  /** Of the leaderboard. */
  readonly board: string;
  /** Key or name of a window; hiding without one is of all that are open. */
  readonly window: string | undefined;
  readonly reason: string;
  readonly act: FrozenAct;
}

export type ModerationOutcome =
  | { readonly kind: 'done'; readonly standing: ModeratedStandingDto | CorrectedStandingDto }
  | { readonly kind: 'accepted'; readonly accepted: AcceptedOrder };

/** Orders that a player's standing be hidden, shown again, removed or adjusted. */
export class ModerateStandingHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly players: BoardPlayerStore,
    private readonly orders: StandingOrders,
    private readonly frozen: FrozenWindows,
    private readonly corrections: FrozenCorrections,
    private readonly clock: Clock,
  ) {}

  /**
   * What is open is ordered of the player's partition; what has ended is corrected here.
   *
   * Errors: `leaderboards.not_found`, `leaderboards.window_not_found`, `leaderboards.player_not_found`, `http.invalid_input`, and
   * those of `StandingOrders` and `FrozenCorrections`.
   */
  async handle(given: ModerateStanding): Promise<Result<ModerationOutcome, DomainError>> {
    const { workspace, act, window } = given;
    const found = await this.directory.find(workspace, given.board, { window });
    if (!found.ok) return found;
    const target = found.value;
    const problems = act.kind === 'adjust' ? problemsOf(act, target.board) : [];
    if (problems.length > 0) return err(httpErrors.invalidInput(SEE_ERRORS, { errors: problems }));
    if (window === undefined) return this.order(given, target);
    const ended = await this.frozen.find(workspace, boardId(target.board), target.window.key);
    if (ended) return this.correct(given, ended, target.board);
    const isOfAll = act.kind === 'hide' || act.kind === 'unhide';
    return isOfAll ? err(httpErrors.invalidInput(SEE_ERRORS, { errors: [NOT_ENDED] })) : this.order(given, target);
  }

  private async correct(
    { playerId, act, reason, by, key }: ModerateStanding,
    window: BoardWindowDocument,
    board: BoardDefinition,
  ): Promise<Result<ModerationOutcome, DomainError>> {
    const at = this.clock.now();
    const named = key ?? newId('message', at, pooledRandomBytes);
    const corrected = await this.corrections.correct(window, { playerId, act, reason, by, at, key: named });
    if (!corrected.ok) return corrected;
    const { before, after } = corrected.value;
    const rows = { before: before && describeRow(board, before), after: after && describeRow(board, after) };
    return ok({
      kind: 'done',
      standing: { board: board.key, window: window.window, playerId, closed: true, ...rows },
    });
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

const SEE_ERRORS = 'See `errors` for every problem.';
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

function problemsOf({ score, columns = {} }: EntryAdjustment, { ties }: BoardDefinition): FieldProblem[] {
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
      columns: columnsOf(board, entry),
      ranked: !player.isWithheld && isRanked(board, entry),
    })),
  };
}

const describeRow = (board: BoardDefinition, row: FrozenRow): CorrectedRowDto => ({
  rank: row.rank,
  score: row.score,
  columns: columnsOf(board, row),
});

/** By the key of their stat. */
const columnsOf = ({ ties }: BoardDefinition, { columns }: { readonly columns: readonly number[] }) =>
  Object.fromEntries(ties.columns.map(({ stat }, index) => [stat, columns[index] ?? 0]));
