import type { Page } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { type Resource, type ResourceKind, resourcesOf } from '@laurel/releases-domain';
import { Injectable } from '@nestjs/common';
import { DraftReader } from '../draft/draft.reader.js';
import { readCursor, writeCursor } from '@laurel/platform-http';

export interface ListResources {
  readonly workspace: string;
  readonly kind: ResourceKind;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page and the revision of the draft that it is of. */
export interface ResourcePage {
  readonly page: Page<Resource>;
  readonly revision: string;
}

/** Place and key of an entry: where it is gone, the list goes on at its place. */
const FROM = /^(\d{1,6}):(.+)$/;

@Injectable()
export class ListResourcesHandler {
  constructor(private readonly reader: DraftReader) {}

  /** A page of the draft's resources of one kind, in the program's order. Error: `http.invalid_input`. */
  async handle({ workspace, kind, limit, cursor: text }: ListResources): Promise<Result<ResourcePage, DomainError>> {
    const cursor = readCursor(kind.path, workspace, text, FROM);
    if (!cursor.ok) return cursor;
    const { program, revision } = await this.reader.read(workspace);
    const all = resourcesOf(program, kind);
    const towards = cursor.value?.towards ?? 'next';
    const at = cursor.value ? placeOf(all, cursor.value.from) : { before: 0, behind: 0 };
    const start = towards === 'next' ? at.behind : Math.max(0, at.before - limit);
    const end = towards === 'next' ? Math.min(all.length, start + limit) : at.before;
    const from = (index: number): string => `${index}:${all[index]?.key ?? ''}`;
    return ok({
      revision,
      page: {
        entries: all.slice(start, end),
        next:
          end > start && end < all.length
            ? writeCursor(kind.path, workspace, { towards: 'next', from: from(end - 1) })
            : null,
        prev:
          end > start && start > 0 ? writeCursor(kind.path, workspace, { towards: 'prev', from: from(start) }) : null,
      },
    });
  }
}

/** Where pages before and behind an entry end and begin. */
function placeOf(all: readonly Resource[], from: string): { readonly before: number; readonly behind: number } {
  const [, place = '0', name = ''] = FROM.exec(from) ?? [];
  const index = all.findIndex(({ key }) => key === name);
  if (index >= 0) return { before: index, behind: index + 1 };
  const gone = Math.min(Number(place), all.length);
  return { before: gone, behind: gone };
}
