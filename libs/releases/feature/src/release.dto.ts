import { toIso } from '@laurel/kernel';
import { needsBackfill, toProgramDocument } from '@laurel/releases-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Release } from './release-store.port.js';

/** A release as lists show it. */
@ApiSchema({ name: 'ReleaseSummary' })
export class ReleaseSummaryDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Counts up from 1 in each workspace.', example: 1 })
  readonly release: number = 0;

  @ApiProperty({ description: 'What its author wrote about it.' })
  readonly note: string = '';

  @ApiProperty({ description: 'Id of the key that published it.' })
  readonly author: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly publishedAt: string = '';

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'When every partition had it; null while the event log cannot be reached. It decides events from then on.',
  })
  readonly announcedAt: string | null = null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when lists leave it out.' })
  readonly archivedAt: string | null = null;
}

@ApiSchema({ name: 'Release' })
export class ReleaseDto extends ReleaseSummaryDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Stats, rules and leaderboards as published, with defaults written out. Publishing it again changes nothing.',
  })
  readonly program: object = {};

  @ApiProperty({
    description:
      'Whether something begins with it that is filled with what was recorded before, or a leaderboard is divided into other parts: ' +
      '`GET …/backfill` tells how far.',
  })
  readonly backfill: boolean = false;
}

@ApiSchema({ name: 'ReleasePage' })
export class ReleasePageDto {
  @ApiProperty({ type: [ReleaseSummaryDto], description: 'Newest first.' })
  readonly entries: readonly ReleaseSummaryDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the page of older releases.' })
  readonly next: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the page of newer releases.' })
  readonly prev: string | null = null;
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));

export const toReleaseSummary = (document: Release): ReleaseSummaryDto => ({
  release: document.release,
  note: document.note,
  author: document.author,
  publishedAt: toIso(document.publishedAt),
  announcedAt: isoOrNull(document.announcedAt),
  archivedAt: isoOrNull(document.archivedAt ?? null),
});

export const toReleaseDto = (document: Release): ReleaseDto => ({
  ...toReleaseSummary(document),
  program: toProgramDocument(document.program),
  backfill: needsBackfill(document.program, document.release),
});
