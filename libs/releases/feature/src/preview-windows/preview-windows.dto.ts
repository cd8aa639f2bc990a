import { toIso } from '@laurel/kernel';
import type { BoardWindow } from '@laurel/leaderboards-domain';
import type { PreviewedWindows } from '@laurel/releases-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';

const MOST = 50;

@ApiSchema({ name: 'PreviewWindows' })
export class PreviewWindowsDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'As `windows` of a leaderboard.',
    example: [{ kind: 'weekly', timeZone: 'Europe/Berlin' }],
  })
  @IsArray()
  readonly windows: readonly unknown[] = [];

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    description: 'As that of a leaderboard.',
    example: 3600,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly graceSeconds?: number;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: MOST,
    default: 10,
    description: 'How many windows that are still to come are listed of each definition.',
  })
  @IsInt()
  @Min(1)
  @Max(MOST)
  readonly count: number = 10;
}

@ApiSchema({ name: 'PreviewedWindow' })
export class PreviewedWindowDto {
  @ApiProperty({ example: '2026-W47' })
  readonly key: string = '';

  @ApiProperty({ description: 'What its definition is called.', example: 'weekly' })
  readonly name: string = '';

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'First moment inside.' })
  readonly start: string | null = null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'First moment after.' })
  readonly end: string | null = null;

  @ApiProperty({ example: 'Europe/Berlin' })
  readonly timeZone: string = 'UTC';

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'From when on it takes no results.' })
  readonly closesAt: string | null = null;
}

@ApiSchema({ name: 'WindowPreview' })
export class WindowPreviewDto {
  @ApiProperty({ format: 'date-time', description: 'What time it is in the workspace.' })
  readonly now: string = '';

  @ApiProperty({ type: [PreviewedWindowDto], description: 'Those that would be open now.' })
  readonly open: readonly PreviewedWindowDto[] = [];

  @ApiProperty({ type: [PreviewedWindowDto], description: 'The next of each definition.' })
  readonly upcoming: readonly PreviewedWindowDto[] = [];
}

export const toWindowPreviewDto = (now: number, { open, upcoming }: PreviewedWindows): WindowPreviewDto => ({
  now: toIso(now),
  open: open.map(described),
  upcoming: upcoming.map(described),
});

const iso = (at: number | null): string | null => (at === null ? null : toIso(at));

const described = ({ key, name, start, end, timeZone, closesAt }: BoardWindow): PreviewedWindowDto => ({
  key,
  name,
  start: iso(start),
  end: iso(end),
  timeZone,
  closesAt: iso(closesAt),
});
