import type { QuarantineDocument } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { Injectable } from '@nestjs/common';
import { FOREIGN_CURSOR } from '../list-events/list-events.errors.js';
import { decodeWaitingCursor, encodeWaitingCursor } from './quarantine-cursor.js';
import { type QuarantineFilter, QuarantineStore } from './quarantine.store.js';

export interface ListQuarantine extends QuarantineFilter {
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface QuarantineList {
  readonly entries: readonly QuarantineDocument[];
  /** Of all that was asked for. */
  readonly waiting: number;
  readonly next: string | null;
}

/** What waits for a review, the longest waiting first. */
@Injectable()
export class ListQuarantineHandler {
  constructor(private readonly store: QuarantineStore) {}

  /** Error: `events.invalid_cursor`. */
  async execute({ limit, cursor, ...filter }: ListQuarantine): Promise<Result<QuarantineList, DomainError>> {
    const behind = cursor === undefined ? undefined : decodeWaitingCursor(filter, cursor);
    if (cursor !== undefined && !behind) return err(FOREIGN_CURSOR);
    const [found, waiting] = await Promise.all([
      this.store.list(filter, limit + 1, behind),
      this.store.countWaiting(filter),
    ]);
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    return ok({ entries, waiting, next: found.length > limit && last ? encodeWaitingCursor(filter, last) : null });
  }
}
