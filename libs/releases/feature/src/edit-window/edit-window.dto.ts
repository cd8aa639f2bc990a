import { toIso } from '@laurel/kernel';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { RollBackReleaseDto } from '../roll-back-release/roll-back-release.dto.js';
import type { EditedWindow } from './edit-window.handler.js';

/** Enough for any RFC 3339 time. */
const MAX_TIME_LENGTH = 64;

@ApiSchema({ name: 'EndWindow' })
export class EndWindowDto extends RollBackReleaseDto {}

@ApiSchema({ name: 'EditWindow' })
export class EditWindowDto extends RollBackReleaseDto {
  @ApiProperty({
    format: 'date-time',
    description: 'When it is to end: not in the past. A recurring window ends no later than where the next one begins.',
    example: '2026-12-24T18:00:00Z',
  })
  @IsString()
  @MaxLength(MAX_TIME_LENGTH)
  readonly end: string = '';
}

@ApiSchema({ name: 'EditedWindow' })
export class EditedWindowDto {
  @ApiProperty({ example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ example: '2026-W47' })
  readonly window: string = '';

  @ApiProperty({ format: 'date-time', description: 'First moment after the window.' })
  readonly end: string = '';

  @ApiProperty({ type: 'integer', description: 'The release by which it is so.' })
  readonly release: number = 0;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When every partition had it; null while the event log cannot be reached.',
  })
  readonly announcedAt: string | null = null;
}

export const toEditedWindowDto = (
  board: string,
  window: string,
  { end, release: { release, announcedAt } }: EditedWindow,
): EditedWindowDto => ({
  board,
  window,
  end: toIso(end),
  release,
  announcedAt: announcedAt === null ? null : toIso(announcedAt),
});
