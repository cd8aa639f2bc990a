import { joinId } from '@laurel/contracts';
import { type DomainError, type Result, err, ok, toIso } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import { Injectable } from '@nestjs/common';
import type { BoardTarget } from '../board-directory/board-target.js';
import { FrozenCorrections } from '../correct-frozen/frozen-corrections.js';
import { boardReadErrors } from '../errors.js';
import { decodeCursor, encodeCursor } from '../get-page/page-cursor.js';
import { standingOf } from '../get-standing/get-standing.handler.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import { type HistoryPosition, StandingHistory } from './standing-history.js';
import { trailStep } from './trail-step.js';
import type { TrailCorrectionDto, TrailDto, TrailStepDto } from './trail.dto.js';

export interface GetTrail extends BoardRead {
  readonly playerId: string;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Pages of records that one request reads: a player whose events are of other boards must not have all of them read. */
const MAX_PAGES = 20;

/** How a player's standing in a window came to be: events, what rules recorded of them, orders, corrections. */
@Injectable()
export class TrailHandler {
  constructor(
    private readonly answers: BoardAnswers,
    private readonly history: StandingHistory,
    private readonly corrections: FrozenCorrections,
  ) {}

  /** Errors: those of the board, `leaderboards.invalid_cursor`. */
  async execute({ playerId, limit, cursor, ...read }: GetTrail): Promise<Result<TrailDto, DomainError>> {
    const found = await this.answers.find(read);
    if (!found.ok) return found;
    const target = found.value;
    const { workspace } = target;
    const list = joinId('trail', workspace, boardId(target.board), target.window.key, playerId);
    const behind = positionOf(list, cursor);
    if (!behind.ok) return behind;
    const [answer, flags, corrections, { steps, next }] = await Promise.all([
      this.answers.read(target, { kind: 'standing', playerId }),
      this.history.heldBack(workspace, playerId),
      this.correctionsOf(target, playerId),
      this.stepsOf(target, playerId, behind.value, limit),
    ]);
    return ok({ ...standingOf(answer), flags, corrections, steps, next: next ? cursorOf(list, next) : null });
  }

  private async correctionsOf(
    { workspace, board, window }: BoardTarget,
    playerId: string,
  ): Promise<TrailCorrectionDto[]> {
    const all = await this.corrections.ofPlayer(workspace, boardId(board), playerId);
    return all
      .filter((correction) => correction.window === window.key)
      .map(({ kind, reason, by, at, before, after }) => ({
        ...{ kind, reason, by, at: toIso(at) },
        ...{ rankBefore: before?.rank ?? null, rankAfter: after?.rank ?? null },
      }));
  }

  /** @returns the steps, and where the next ones begin; undefined at the end */
  private async stepsOf(
    target: BoardTarget,
    playerId: string,
    behind: HistoryPosition | undefined,
    limit: number,
  ): Promise<{ readonly steps: readonly TrailStepDto[]; readonly next: HistoryPosition | undefined }> {
    const steps: TrailStepDto[] = [];
    let seen: HistoryPosition | undefined;
    let pages = 0;
    for await (const part of this.history.newestFirst(target.workspace, playerId, behind)) {
      for (const record of part) {
        const step = trailStep(target, record);
        if (step && steps.length === limit) return { steps, next: seen };
        if (step) steps.push(step);
        seen = record;
      }
      pages += 1;
      if (pages >= MAX_PAGES && seen) return { steps, next: seen };
    }
    return { steps, next: undefined };
  }
}

const cursorOf = (list: string, { decidedAt, epoch, partition, offset }: HistoryPosition): string =>
  encodeCursor(list, {
    kind: 'after',
    key: { score: String(decidedAt), member: JSON.stringify([epoch, partition, offset]) },
  });

function positionOf(list: string, cursor: string | undefined): Result<HistoryPosition | undefined, DomainError> {
  if (cursor === undefined) return ok(undefined);
  const decoded = decodeCursor(list, cursor);
  const position = decoded.ok ? readPosition(decoded.value.key) : undefined;
  return position
    ? ok(position)
    : err(boardReadErrors.invalidCursor('Use a cursor as given, with the leaderboard, window and player.'));
}

/** The seal of a cursor is no secret: it may hold anything. */
function readPosition({
  score,
  member,
}: {
  readonly score: string;
  readonly member: string;
}): HistoryPosition | undefined {
  const [, epoch, partition, offset] = POSITION.exec(member) ?? [];
  if (offset === undefined || !Number.isFinite(Number(score))) return undefined;
  return { decidedAt: Number(score), epoch: Number(epoch), partition: Number(partition), offset: Number(offset) };
}

/** As `cursorOf` writes it. */
const POSITION = /^\[(\d{1,15}),(\d{1,15}),(\d{1,15})\]$/;
