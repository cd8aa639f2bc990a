import { Injectable } from '@nestjs/common';
import { joinId } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import { rowsJson } from '../reading/answer-json.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import type { BoardReading } from '../reading/board-reader.js';
import type { PageStart } from '../reading/rank-store.js';
import { type PageCursor, encodeCursor, listName } from './page-cursor.js';
import { linksOf } from './page-links.js';
import { startOf } from './page-start.js';
import { SharedPages } from './shared-pages.js';

export interface GetPage extends BoardRead {
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Rows before the page; not together with a cursor. */
  readonly offset?: number | undefined;
}

/** One page of a leaderboard, in rank order. */
@Injectable()
export class GetPageHandler {
  constructor(
    private readonly answers: BoardAnswers,
    private readonly shared: SharedPages,
  ) {}

  /** A `BoardPageDto`, encoded. First pages are shared by all who ask for them within a tick. */
  async execute({ limit, cursor, offset = 0, ...read }: GetPage): Promise<Result<Buffer, DomainError>> {
    const found = await this.answers.find(read);
    if (!found.ok) return found;
    const target = found.value;
    if (offset > 0) return ok(await this.read(target, { kind: 'at', offset }, limit));
    if (cursor === undefined) {
      const name = nameOf(target, limit);
      return ok(await this.shared.get(name, () => this.read(target, { kind: 'first' }, limit)));
    }
    const start = startOf(listName(target), cursor);
    return start.ok ? ok(await this.read(target, start.value, limit)) : start;
  }

  private async read(target: BoardTarget, start: PageStart, limit: number): Promise<Buffer> {
    const { reading } = await this.answers.read(target, { kind: 'page', start, limit });
    return encodePage(target, start, reading);
  }
}

/** Of all that tells a first page from others. */
const nameOf = ({ workspace, board, window, part = '' }: BoardTarget, limit: number): string =>
  joinId(workspace, boardId(board), window.key, part, String(limit));

function encodePage(target: BoardTarget, start: PageStart, reading: BoardReading): Buffer {
  if (reading.kind === 'warming') return rowsJson(target, reading, ',"next":null,"prev":null');
  const list = listName(target);
  const { next, prev } = linksOf(start, reading);
  // Cursors are base64url: nothing in them needs escaping.
  const write = (cursor: PageCursor | null): string => (cursor ? `"${encodeCursor(list, cursor)}"` : 'null');
  return rowsJson(target, reading, `,"next":${write(next)},"prev":${write(prev)}`);
}
