import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import type { AcceptedOrder } from '@laurel/platform-kafka';
import type { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { boardReadErrors } from '../errors.js';
import type { BoardPlayerStore } from '../moderate-standing/board-player.js';
import type { StandingOrders } from '../order-standing/standing-orders.js';
import { describeWindow } from '../reading/board-answer.js';
import type { WindowJoinedDto } from './join-window.dto.js';

export interface JoinWindow {
  readonly workspace: string;
  /** Of the leaderboard. */
  readonly board: string;
  /** Key or name. */
  readonly window: string;
  readonly playerId: string;
  /** Whether the player asks, and no server. */
  readonly isPublic: boolean;
  /** Who lets the player in: the player, or a key. */
  readonly by: string;
}

/** Lets a player into a window of a leaderboard that takes only who joined. */
export class JoinWindowHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly players: BoardPlayerStore,
    private readonly orders: StandingOrders,
  ) {}

  /**
   * Who is in a window already joins again for nothing. Errors: `leaderboards.not_found`, `leaderboards.window_not_found`, `leaderboards.server_only`,
   * `leaderboards.not_joinable`, and those of `StandingOrders`.
   */
  async handle({
    workspace,
    board: key,
    window,
    playerId,
    isPublic,
    by,
  }: JoinWindow): Promise<Result<WindowJoinedDto | AcceptedOrder, DomainError>> {
    const target = await this.directory.find(workspace, key, { window, isPublic });
    if (!target.ok) return target;
    const { board } = target.value;
    if (board.joining !== 'opt_in') return err(NOT_JOINABLE);
    const id = boardId(board);
    const known = await this.players.find(workspace, id, playerId);
    if (known?.entries[target.value.window.key] && !known.isWithheld) return ok(joined(target.value, playerId));
    const content = { command: 'join_board', board: id, window: target.value.window.key } as const;
    const ordered = await this.orders.give({ workspace, playerId, key: undefined, by, content });
    return ordered.ok ? ok(ordered.value ?? joined(target.value, playerId)) : ordered;
  }
}

const NOT_JOINABLE = boardReadErrors.notJoinable('Whoever has a result is on this leaderboard: nobody has to join it.');

const joined = (target: BoardTarget, playerId: string): WindowJoinedDto => ({
  ...{ board: target.board.key, window: describeWindow(target), playerId },
  status: 'joined',
});
