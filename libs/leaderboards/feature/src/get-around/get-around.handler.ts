import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { rowsJson } from '../reading/answer-json.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';

export interface GetAround extends BoardRead {
  readonly playerId: string;
  /** Rows with the player's own, 1 to 100. */
  readonly limit: number;
}

export interface GetAroundScore extends BoardRead {
  readonly score: number;
  /** 1 to 100. */
  readonly limit: number;
}

/** The rows around a player or a score, a full page at the edges; no rows for a player who is not on the board. */
@Injectable()
export class GetAroundHandler {
  constructor(private readonly answers: BoardAnswers) {}

  /** A `BoardRowsDto`, encoded. */
  async execute({ playerId, limit, ...read }: GetAround): Promise<Result<Buffer, DomainError>> {
    const answer = await this.answers.ask(read, { kind: 'around', playerId, limit });
    return answer.ok ? ok(rowsJson(answer.value.target, answer.value.reading)) : answer;
  }

  /** A `BoardRowsDto`, encoded. */
  async ofScore({ score, limit, ...read }: GetAroundScore): Promise<Result<Buffer, DomainError>> {
    const answer = await this.answers.ask(read, { kind: 'around_score', score, limit });
    return answer.ok ? ok(rowsJson(answer.value.target, answer.value.reading)) : answer;
  }
}
