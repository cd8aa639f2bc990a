import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { type PageCursor, encodeCursor, listName } from '../get-page/page-cursor.js';
import { linksOf } from '../get-page/page-links.js';
import { startOf } from '../get-page/page-start.js';
import { rowsJson } from '../reading/answer-json.js';
import { BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { BoardReading } from '../reading/board-reader.js';
import type { RankSpan } from '../reading/rank-question.js';
import type { PageStart } from '../reading/rank-store.js';

export interface GetSpan extends BoardRead {
  readonly span: RankSpan;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A range of a leaderboard's rows: by rank, by score, or the best percent. */
@Injectable()
export class GetSpanHandler {
  constructor(private readonly answers: BoardAnswers) {}

  /** A `BoardSpanDto`, encoded. */
  async execute({ span, limit, cursor, ...read }: GetSpan): Promise<Result<Buffer, DomainError>> {
    const found = await this.answers.find(read);
    if (!found.ok) return found;
    const target = found.value;
    const list = listName(target, ['span', ...Object.values(span)].join(' '));
    const start = startOf(list, cursor);
    if (!start.ok) return start;
    const { reading } = await this.answers.read(target, { kind: 'span', span, start: start.value, limit });
    return ok(encodeSpan(target, list, start.value, reading));
  }
}

function encodeSpan(target: BoardTarget, list: string, start: PageStart, reading: BoardReading): Buffer {
  if (reading.kind === 'warming') return rowsJson(target, reading, ',"next":null,"prev":null,"count":null');
  const { next, prev } = linksOf(start, reading);
  // Cursors are base64url: nothing in them needs escaping.
  const write = (cursor: PageCursor | null): string => (cursor ? `"${encodeCursor(list, cursor)}"` : 'null');
  return rowsJson(target, reading, `,"next":${write(next)},"prev":${write(prev)},"count":${reading.span?.count ?? 0}`);
}
