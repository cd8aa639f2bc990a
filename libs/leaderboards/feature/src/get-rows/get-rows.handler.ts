import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { describeReading } from '../reading/board-answer.js';
import { type BoardAnswer, BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import { toStandingRow } from '../reading/standing-row.js';
import type { BoardListDto } from './get-rows.dto.js';
import { listRanks } from './list-ranks.js';

export interface GetRows extends BoardRead {
  /** 1 to 100 player ids. */
  readonly ids: readonly string[];
}

/** The rows of some players, friends or a clan, in the order of the board. */
@Injectable()
export class GetRowsHandler {
  constructor(private readonly answers: BoardAnswers) {}

  async execute({ ids, ...read }: GetRows): Promise<Result<BoardListDto, DomainError>> {
    const answer = await this.answers.ask(read, { kind: 'players', playerIds: ids });
    return answer.ok ? ok(listOf(answer.value)) : answer;
  }
}

function listOf({ target, reading }: BoardAnswer): BoardListDto {
  const { board } = target;
  const numbering = board.ties.then === 'shared' ? board : {};
  const ranks = listRanks(
    numbering,
    reading.rows.map(({ rank }) => rank),
  );
  const entries = reading.rows.map((row, index) => ({
    ...toStandingRow(board, row),
    listRank: ranks[index] ?? null,
  }));
  return { ...describeReading(target, reading), entries };
}
