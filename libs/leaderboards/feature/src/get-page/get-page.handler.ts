import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { boardReadErrors } from '../errors.js';
import { describeRows } from '../reading/board-answer.js';
import { BoardReader, type BoardReading } from '../reading/board-reader.js';
import type { PageStart } from '../reading/rank-store.js';
import type { BoardPageDto } from './get-page.dto.js';
import { type PageCursor, decodeCursor, encodeCursor } from './page-cursor.js';
import { linksOf } from './page-links.js';

export interface GetPage {
  readonly workspace: string;
  readonly key: string;
  readonly window?: string | undefined;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of a leaderboard, in rank order. */
@Injectable()
export class GetPageHandler {
  constructor(
    private readonly directory: BoardDirectory,
    private readonly reader: BoardReader,
  ) {}

  async execute({ workspace, key, window, limit, cursor }: GetPage): Promise<Result<BoardPageDto, DomainError>> {
    const target = await this.directory.find(workspace, key, window);
    if (!target.ok) return target;
    const start = startOf(target.value, cursor);
    if (!start.ok) return start;
    const reading = await this.reader.page(target.value, start.value, limit);
    return ok(toPage(target.value, start.value, reading));
  }
}

function startOf(target: BoardTarget, cursor: string | undefined): Result<PageStart, DomainError> {
  if (cursor === undefined) return ok({ kind: 'first' });
  const decoded = decodeCursor(target, cursor);
  return decoded.ok
    ? decoded
    : err(boardReadErrors.invalidCursor('Use a cursor as given, with the leaderboard and window that gave it.'));
}

function toPage(target: BoardTarget, start: PageStart, reading: BoardReading): BoardPageDto {
  const rows = describeRows(target, reading);
  if (reading.kind === 'warming') return { ...rows, next: null, prev: null };
  const { next, prev } = linksOf(start, reading);
  const write = (cursor: PageCursor | null): string | null => cursor && encodeCursor(target, cursor);
  return { ...rows, next: write(next), prev: write(prev) };
}
