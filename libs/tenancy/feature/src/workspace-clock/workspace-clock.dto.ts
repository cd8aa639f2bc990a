import { toIso } from '@laurel/kernel';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { IsInstant } from '../is-instant.js';
import type { WorkspaceTime } from './move-clock.handler.js';

/** Ten years. */
const MAX_ADVANCE_SECONDS = 10 * 366 * 86_400;

@ApiSchema({ name: 'SetClock' })
export class SetClockDto {
  @ApiProperty({
    format: 'date-time',
    description: 'What time it is to be. Before the first event any; later none that is past in the workspace.',
    example: '2014-08-16T15:00:00Z',
  })
  @IsInstant()
  @Matches(/^(19[89]|[2-9]\d)\d/, { message: 'now must be of the year 1980 or later' })
  readonly now: string = '';
}

@ApiSchema({ name: 'AdvanceClock' })
export class AdvanceClockDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MAX_ADVANCE_SECONDS, example: 604_800 })
  @IsInt()
  @Min(1)
  @Max(MAX_ADVANCE_SECONDS)
  readonly seconds: number = 0;
}

@ApiSchema({ name: 'Clock' })
export class ClockDto {
  @ApiProperty({ format: 'date-time', description: 'What time it is in the workspace. It goes on like any clock.' })
  readonly now: string = '';

  @ApiProperty({ type: 'integer', description: 'How far that is ahead of the world, ms; negative in the past.' })
  readonly offsetMs: number = 0;

  @ApiProperty({ description: 'Whether events are decided by it. False while the event log can’t be told.' })
  readonly announced: boolean = true;
}

export const toClockDto = ({ now, ...rest }: WorkspaceTime): ClockDto => ({ now: toIso(now), ...rest });
