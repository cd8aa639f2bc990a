import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsInt, IsObject, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { MAX_RELEASE } from '../diff-releases/diff.dto.js';

/** Movers of one thing, and rows of a leaderboard. */
const MAX_TOP = 100;

const unlessAbsent = (name: keyof DryRunOrderDto): PropertyDecorator =>
  ValidateIf((order: DryRunOrderDto) => order[name] !== undefined);

@ApiSchema({ name: 'DryRunOrder' })
export class DryRunOrderDto {
  @ApiProperty({
    type: 'object',
    selfRequired: false,
    additionalProperties: true,
    description:
      'One event, as `POST /v1/events` takes it (however old). It starts from what its player has now; an id that was sent before is ' +
      'no duplicate here.',
  })
  @unlessAbsent('event')
  @IsObject()
  readonly event?: object;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    description: 'The last so many recorded events; at most `LAUREL_DRY_RUN_MAX_EVENTS`, 100,000 unless that is set.',
  })
  @unlessAbsent('last')
  @IsInt()
  @Min(1)
  readonly last?: number;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'Recorded events from here on, by the time at which the event log had them.',
  })
  @unlessAbsent('from')
  @IsString()
  @MaxLength(64)
  readonly from?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Their end, itself left out. Default: now.' })
  @unlessAbsent('to')
  @IsString()
  @MaxLength(64)
  readonly to?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: MAX_RELEASE,
    description: 'Try the program of this release, as if it were published again, instead of the draft.',
  })
  @unlessAbsent('release')
  @IsInt()
  @Min(1)
  @Max(MAX_RELEASE)
  readonly release?: number;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: MAX_TOP,
    default: 10,
    description: 'Rows of each leaderboard and players who move that are told.',
  })
  @IsInt()
  @Min(1)
  @Max(MAX_TOP)
  readonly top: number = 10;
}
