import type { EventRecord } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import { type EventFilter, EventListing, type ListPosition } from './event-listing.js';
import { decodeListCursor, encodeListCursor } from './list-cursor.js';
import { FOREIGN_CURSOR } from './list-events.errors.js';

export interface ListEvents extends EventFilter {
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface EventList {
  readonly entries: readonly EventRecord[];
  readonly next: string | null;
}

/** Pages of the store that one request reads, each of one batch: a filter that matches nothing must not read the whole history. */
const MAX_PAGES = 20;

/** What was recorded, newest first. */
@Injectable()
export class ListEventsHandler {
  constructor(private readonly listing: EventListing) {}

  /** Errors: `http.invalid_input`, `events.invalid_cursor`. */
  async execute({ limit, cursor, ...filter }: ListEvents): Promise<Result<EventList, DomainError>> {
    if (filter.from !== undefined && filter.to !== undefined && filter.to <= filter.from) return err(TO_BEFORE_FROM);
    const behind = cursor === undefined ? undefined : decodeListCursor(filter, cursor);
    if (cursor !== undefined && !behind) return err(FOREIGN_CURSOR);
    const { entries, next } = await this.read(filter, behind, limit);
    return ok({ entries, next: next ? encodeListCursor(filter, next) : null });
  }

  /** @returns the entries, and where the next part of the list begins; undefined at its end */
  private async read(
    filter: EventFilter,
    behind: ListPosition | undefined,
    limit: number,
  ): Promise<{ readonly entries: readonly EventRecord[]; readonly next: ListPosition | undefined }> {
    const entries: EventRecord[] = [];
    let seen: EventRecord | undefined;
    let pages = 0;
    for await (const part of this.listing.newestFirst(filter, behind)) {
      for (const record of part) {
        if (isWanted(filter, record)) {
          if (entries.length === limit) return { entries, next: entries.at(-1) };
          entries.push(record);
        }
        seen = record;
      }
      pages += 1;
      // Not before something was seen, or the next request would begin where this one did.
      if (pages >= MAX_PAGES && seen) return { entries, next: seen };
    }
    return { entries, next: undefined };
  }
}

const isWanted = ({ type, status }: EventFilter, record: EventRecord): boolean =>
  (type === undefined || record.type === type) && (status === undefined || record.status === status);

const TO_BEFORE_FROM = httpErrors.invalidInput('The times hold nothing between them.', {
  errors: [{ path: '/to', rule: 'after', message: 'must be after `from`' }],
});
