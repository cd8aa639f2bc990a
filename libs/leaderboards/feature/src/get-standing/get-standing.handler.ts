import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { describeReading } from '../reading/board-answer.js';
import { type BoardAnswer, BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import { toStandingRow } from '../reading/standing-row.js';
import type { StandingDto, StandingEntryDto } from './get-standing.dto.js';
import { percentileOf } from './percentile.js';

export interface GetStanding extends BoardRead {
  readonly playerId: string;
}

/** One player's place in a window. A player without one is no error: everyone starts there. */
@Injectable()
export class GetStandingHandler {
  constructor(private readonly answers: BoardAnswers) {}

  async execute({ playerId, ...read }: GetStanding): Promise<Result<StandingDto, DomainError>> {
    const answer = await this.answers.ask(read, { kind: 'standing', playerId });
    return answer.ok ? ok(standingOf(answer.value)) : answer;
  }
}

/** The answer to a question for one player's standing. */
export const standingOf = (answer: BoardAnswer): StandingDto => ({
  ...describeReading(answer.target, answer.reading),
  entry: entryOf(answer),
});

function entryOf({ target, reading }: BoardAnswer): StandingEntryDto | null {
  const [row] = reading.rows;
  if (!row) return null;
  const standing = toStandingRow(target.board, row);
  if (reading.kind === 'warming') return { ...standing, percentile: null, segments: [] };
  const { better = 0, total, parts = [] } = reading;
  const segments = parts.map(({ part, rank, total: rows }) => ({ segment: part, rank, total: rows }));
  return { ...standing, percentile: percentileOf(better + 1, total), segments };
}
