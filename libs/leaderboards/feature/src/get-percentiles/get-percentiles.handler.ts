import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { describeReading } from '../reading/board-answer.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import { toStandingRow } from '../reading/standing-row.js';
import type { BoardPercentilesDto } from './get-percentiles.dto.js';

export interface GetPercentiles extends BoardRead {
  /** More than 0, 100 at most. */
  readonly at: readonly number[];
}

/** The scores that it takes to be among the best so many percent. */
@Injectable()
export class GetPercentilesHandler {
  constructor(private readonly answers: BoardAnswers) {}

  async execute({ at, ...read }: GetPercentiles): Promise<Result<BoardPercentilesDto, DomainError>> {
    const answer = await this.answers.ask(read, { kind: 'percentiles', percents: at });
    if (!answer.ok) return answer;
    const { target, reading } = answer.value;
    const entries = reading.rows.map((row) => toStandingRow(target.board, row));
    const percentiles = at.map((percentile, index) => ({ percentile, entry: entries[index] ?? null }));
    return ok({ ...describeReading(target, reading), percentiles: reading.kind === 'warming' ? [] : percentiles });
  }
}
