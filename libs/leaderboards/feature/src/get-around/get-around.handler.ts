import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { BoardDirectory } from '../board-directory/board-directory.js';
import { rowsJson } from '../reading/answer-json.js';
import { BoardReader } from '../reading/board-reader.js';

export interface GetAround {
  readonly workspace: string;
  readonly key: string;
  readonly window?: string | undefined;
  readonly playerId: string;
  /** Rows with the player's own, 1 to 100. */
  readonly limit: number;
}

/** The rows around a player, a full page at the edges; no rows for a player who is not on the board. */
@Injectable()
export class GetAroundHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly reader: BoardReader,
  ) {}

  /** A `BoardRowsDto`, encoded. */
  async execute({ workspace, key, window, playerId, limit }: GetAround): Promise<Result<Buffer, DomainError>> {
    const target = await this.directory.find(workspace, key, window);
    if (!target.ok) return target;
    return ok(rowsJson(target.value, await this.reader.around(target.value, playerId, limit)));
  }
}
