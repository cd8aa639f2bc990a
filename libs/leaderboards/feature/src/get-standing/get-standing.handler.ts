import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { describeReading } from '../reading/board-answer.js';
import { BoardReader, type BoardReading } from '../reading/board-reader.js';
import { toStandingRow } from '../reading/standing-row.js';
import type { StandingDto, StandingEntryDto } from './get-standing.dto.js';
import { percentileOf } from './percentile.js';

export interface GetStanding {
  readonly workspace: string;
  readonly key: string;
  readonly window?: string | undefined;
  readonly playerId: string;
}

/** One player's place in a window. A player without one is no error: everyone starts there. */
@Injectable()
export class GetStandingHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly reader: BoardReader,
  ) {}

  async execute({ workspace, key, window, playerId }: GetStanding): Promise<Result<StandingDto, DomainError>> {
    const target = await this.directory.find(workspace, key, window);
    if (!target.ok) return target;
    const reading = await this.reader.around(target.value, playerId, 1);
    return ok({ ...describeReading(target.value, reading), entry: entryOf(target.value, reading) });
  }
}

function entryOf({ board }: BoardTarget, reading: BoardReading): StandingEntryDto | null {
  const [row] = reading.rows;
  if (!row) return null;
  const percentile = reading.kind === 'ranked' && row.rank !== null ? percentileOf(row.rank, reading.total) : null;
  return { ...toStandingRow(board, row), percentile };
}
