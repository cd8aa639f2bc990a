import type { Page } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Inject, Injectable } from '@nestjs/common';
import { type Release, ReleaseStore } from '../release-store.port.js';
import { type ReleaseCursor, readCursor, writeCursor } from './release-cursor.js';

export interface ListReleases {
  readonly workspace: string;
  readonly limit: number;
  readonly cursor?: string;
}

@Injectable()
export class ListReleasesHandler {
  constructor(@Inject(ReleaseStore) private readonly store: ReleaseStore) {}

  /** A page of releases, newest first. Error: `http.invalid_input` for a cursor of another list. */
  async handle({ workspace, limit, cursor: text }: ListReleases): Promise<Result<Page<Release>, DomainError>> {
    const cursor = text === undefined ? undefined : readCursor(workspace, text);
    if (text !== undefined && !cursor) return err(foreignCursor());
    return ok(await this.page(workspace, limit, cursor));
  }

  private async page(workspace: string, limit: number, cursor: ReleaseCursor | undefined): Promise<Page<Release>> {
    const newer = cursor?.towards === 'newer';
    const found = await this.store.slice(workspace, {
      ...(cursor && (newer ? { above: cursor.from } : { below: cursor.from })),
      order: newer ? 'oldest_first' : 'newest_first',
      // One more than asked for tells whether the list goes on.
      limit: limit + 1,
    });
    const goesOn = found.length > limit;
    const entries = newer ? found.slice(0, limit).reverse() : found.slice(0, limit);
    const [first, last] = [entries[0], entries.at(-1)];
    const hasOlder = newer || goesOn;
    const hasNewer = newer ? goesOn : cursor !== undefined;
    return {
      entries,
      next: last && hasOlder ? writeCursor(workspace, { towards: 'older', from: last.release }) : null,
      prev: first && hasNewer ? writeCursor(workspace, { towards: 'newer', from: first.release }) : null,
    };
  }
}

const foreignCursor = (): DomainError =>
  httpErrors.invalidInput('The cursor is not one of this list.', {
    errors: [{ path: '/cursor', rule: 'cursor', message: 'must be a `next` or `prev` of this list' }],
  });
