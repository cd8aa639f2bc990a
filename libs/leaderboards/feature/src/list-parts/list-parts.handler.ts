import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import type { BoardTarget } from '../board-directory/board-target.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import { RankStore } from '../reading/rank-store.js';
import type { BoardPartsDto } from './list-parts.dto.js';

export interface ListParts extends BoardRead {
  /** How the names begin. */
  readonly q?: string | undefined;
  /** 1 to 100. */
  readonly limit: number;
}

/** The parts that a window has rows in: what `segment` of the other reads can be. */
@Injectable()
export class ListPartsHandler {
  constructor(
    private readonly answers: BoardAnswers,
    private readonly ranks: RankStore,
  ) {}

  /** Errors: those of any read of a board, `http.unavailable` where Redis does not answer. */
  async execute({ q = '', limit, ...read }: ListParts): Promise<Result<BoardPartsDto, DomainError>> {
    const found = await this.answers.find(read);
    if (!found.ok) return found;
    const target = found.value;
    const names = await this.namesOf(target, q);
    if (!names.ok) return err(httpErrors.unavailable('Ranks can’t be asked at the moment.'));
    const sorted = [...names.value].sort();
    return ok({
      board: target.board.key,
      window: target.window.key,
      entries: sorted.slice(0, limit).map((segment) => ({ segment })),
      hasMore: sorted.length > limit,
    });
  }

  private async namesOf(target: BoardTarget, q: string): Promise<Result<readonly string[], 'unreachable'>> {
    if ((target.board.splits ?? []).length === 0) return ok([]);
    if (!target.frozen) return this.ranks.parts(target, q);
    return ok(Object.keys(target.frozen.parts ?? {}).filter((name) => name.startsWith(q)));
  }
}
