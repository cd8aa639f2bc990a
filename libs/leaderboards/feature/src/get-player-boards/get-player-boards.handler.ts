import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { boardReadErrors } from '../errors.js';
import { standingOf } from '../get-standing/get-standing.handler.js';
import { BoardAnswers } from '../reading/board-answers.js';
import { PlayerEntries } from '../reading/player-entries.js';
import type { PlayerBoardsDto } from './get-player-boards.dto.js';

export interface GetPlayerBoards {
  readonly workspace: string;
  readonly playerId: string;
  /** Whether anyone may be asking: leaderboards for servers are left out then. */
  readonly isPublic: boolean;
}

/** A player's places on all leaderboards. Which windows to ask is read from the player's document, in one read. */
@Injectable()
export class GetPlayerBoardsHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly players: PlayerEntries,
    private readonly answers: BoardAnswers,
  ) {}

  async execute({ workspace, playerId, isPublic }: GetPlayerBoards): Promise<Result<PlayerBoardsDto, DomainError>> {
    const entered = await this.players.windowsOf(workspace, playerId);
    if (!entered) return err(boardReadErrors.playerNotFound('No event has named this player.'));
    // Players keep no entries of windows that are kept for good.
    const isEntered = ({ board, window, frozen }: BoardTarget): boolean =>
      frozen !== undefined || entered.get(boardId(board))?.includes(window.key) === true;
    const targets = (await this.directory.running(workspace)).filter(
      (target) => isEntered(target) && !(isPublic && target.board.serverOnly),
    );
    const reads = targets.map(async (target) =>
      standingOf(await this.answers.read(target, { kind: 'standing', playerId })),
    );
    return ok({ playerId, leaderboards: (await Promise.all(reads)).filter(({ entry }) => entry !== null) });
  }
}
