import { Injectable } from '@nestjs/common';
import { joinId } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import { BoardDirectory } from '../board-directory/board-directory.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import { boardReadErrors } from '../errors.js';
import { rowsJson } from '../reading/answer-json.js';
import { BoardReader, type BoardReading } from '../reading/board-reader.js';
import type { PageStart } from '../reading/rank-store.js';
import { type PageCursor, decodeCursor, encodeCursor } from './page-cursor.js';
import { linksOf } from './page-links.js';
import { SharedPages } from './shared-pages.js';

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
    private readonly shared: SharedPages,
  ) {}

  /** A `BoardPageDto`, encoded. First pages are shared by all who ask for them within a tick. */
  async execute({ workspace, key, window, limit, cursor }: GetPage): Promise<Result<Buffer, DomainError>> {
    const found = await this.directory.find(workspace, key, window);
    if (!found.ok) return found;
    const target = found.value;
    if (cursor === undefined) {
      const name = joinId(workspace, boardId(target.board), target.window.key, String(limit));
      return ok(await this.shared.get(name, () => this.read(target, { kind: 'first' }, limit)));
    }
    const start = startOf(target, cursor);
    return start.ok ? ok(await this.read(target, start.value, limit)) : start;
  }

  private async read(target: BoardTarget, start: PageStart, limit: number): Promise<Buffer> {
    return encodePage(target, start, await this.reader.page(target, start, limit));
  }
}

function startOf(target: BoardTarget, cursor: string): Result<PageStart, DomainError> {
  const decoded = decodeCursor(target, cursor);
  return decoded.ok
    ? decoded
    : err(boardReadErrors.invalidCursor('Use a cursor as given, with the leaderboard and window that gave it.'));
}

function encodePage(target: BoardTarget, start: PageStart, reading: BoardReading): Buffer {
  if (reading.kind === 'warming') return rowsJson(target, reading, ',"next":null,"prev":null');
  const { next, prev } = linksOf(start, reading);
  // Cursors are base64url: nothing in them needs escaping.
  const write = (cursor: PageCursor | null): string => (cursor ? `"${encodeCursor(target, cursor)}"` : 'null');
  return rowsJson(target, reading, `,"next":${write(next)},"prev":${write(prev)}`);
}
