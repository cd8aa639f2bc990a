import { Injectable } from '@nestjs/common';
import { type BoardWindowDocument, joinId } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import { targetOfKept } from '../board-directory/board-directory.js';
import { boardReadErrors } from '../errors.js';
import { decodeCursor, encodeCursor } from '../get-page/page-cursor.js';
import { standingOf } from '../get-standing/get-standing.handler.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import type { RankHistoryDto } from './get-rank-history.dto.js';
import { ClosedWindows, type ClosedWindowPosition } from '../list-windows/closed-windows.js';

export interface GetRankHistory extends BoardRead {
  readonly playerId: string;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A player's places in the windows of a board that have ended, the latest first. */
@Injectable()
export class GetRankHistoryHandler {
  constructor(
    private readonly answers: BoardAnswers,
    private readonly windows: ClosedWindows,
  ) {}

  async execute({ playerId, limit, cursor, ...read }: GetRankHistory): Promise<Result<RankHistoryDto, DomainError>> {
    const found = await this.answers.find(read);
    if (!found.ok) return found;
    const { workspace, board } = found.value;
    const list = joinId('history', workspace, boardId(board), playerId);
    const after = positionOf(list, cursor);
    if (!after.ok) return after;
    const windows = await this.windows.list(workspace, boardId(board), after.value, limit + 1);
    const shown = windows.slice(0, limit);
    // One that is closing has no places yet that will never change.
    const final = shown.filter(({ state }) => state === 'frozen');
    const entries = final.map(async (kept) => {
      const target = targetOfKept(workspace, board, kept);
      return standingOf(await this.answers.read(target, { kind: 'standing', playerId }));
    });
    const last = windows.length > limit ? shown.at(-1) : undefined;
    return ok({ entries: await Promise.all(entries), next: last ? cursorOf(list, last) : null });
  }
}

const cursorOf = (list: string, { end, window }: BoardWindowDocument): string =>
  encodeCursor(list, { kind: 'after', key: { score: String(end), member: window } });

function positionOf(list: string, cursor: string | undefined): Result<ClosedWindowPosition | undefined, DomainError> {
  if (cursor === undefined) return ok(undefined);
  const decoded = decodeCursor(list, cursor);
  if (!decoded.ok) return err(boardReadErrors.invalidCursor('Use a cursor as given, with the leaderboard and player.'));
  const { score, member } = decoded.value.key;
  return ok({ end: Number(score), window: member });
}
