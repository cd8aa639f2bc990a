import type { Page } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type ListCursor, readCursor, writeCursor } from '@laurel/platform-http';
import { RELEASE_NUMBER } from '../find-release.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

const LIST = 'releases';

export interface ListReleases {
  readonly workspace: string;
  readonly limit: number;
  /** Whether archived ones are in it too. */
  readonly archived: boolean;
  readonly cursor?: string;
}

@Injectable()
export class ListReleasesHandler {
  constructor(@Inject(ReleaseStore) private readonly store: ReleaseStore) {}

  /** A page of releases, newest first. Error: `http.invalid_input` for a cursor of another list. */
  async handle(list: ListReleases): Promise<Result<Page<Release>, DomainError>> {
    const cursor = readCursor(LIST, list.workspace, list.cursor, RELEASE_NUMBER);
    return cursor.ok ? ok(await this.page(list, cursor.value)) : cursor;
  }

  private async page(
    { workspace, limit, archived }: ListReleases,
    cursor: ListCursor | undefined,
  ): Promise<Page<Release>> {
    const newer = cursor?.towards === 'prev';
    const found = await this.store.slice(workspace, {
      ...(cursor && (newer ? { above: Number(cursor.from) } : { below: Number(cursor.from) })),
      archived,
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
      next: last && hasOlder ? writeCursor(LIST, workspace, { towards: 'next', from: String(last.release) }) : null,
      prev: first && hasNewer ? writeCursor(LIST, workspace, { towards: 'prev', from: String(first.release) }) : null,
    };
  }
}
