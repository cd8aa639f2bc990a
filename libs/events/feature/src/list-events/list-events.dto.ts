import type { EventStatus } from '@laurel/contracts';
import { parseInstant } from '@laurel/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { EVENT_STATUSES, RecordedEventDto } from '../get-event/recorded-event.dto.js';
import { LONGEST_CURSOR } from './list-cursor.js';

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 50;

/** RFC 3339 with an offset, as `occurredAt` of an event. */
const IsInstant = (): PropertyDecorator =>
  ValidateBy({
    name: 'dateTime',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseInstant(value) !== undefined,
      defaultMessage: () => '$property must be an RFC 3339 date-time that exists, with an offset: 2014-08-16T16:30:00Z',
    },
  });

export class ListEventsQueryDto {
  @ApiProperty({ required: false, maxLength: 128, description: 'Only what was sent for this player.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly playerId?: string;

  @ApiProperty({ required: false, maxLength: 64, description: 'Only events of this type.', example: 'match_played' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly type?: string;

  @ApiProperty({ required: false, enum: [...EVENT_STATUSES], description: 'Only what this became of.' })
  @IsOptional()
  @IsIn(EVENT_STATUSES)
  readonly status?: EventStatus;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'Only what was decided then or later (`decidedAt`).',
  })
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Only what was decided before.' })
  @IsOptional()
  @IsInstant()
  readonly to?: string;

  @ApiProperty({ required: false, type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  readonly limit: number = DEFAULT_LIMIT;

  @ApiProperty({
    required: false,
    maxLength: LONGEST_CURSOR,
    description: 'The `next` of a list with the same filters.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly cursor?: string;
}

export class EventListDto {
  @ApiProperty({
    type: [RecordedEventDto],
    description: 'One for each message of the event log: a duplicate or a conflict is an entry of its own.',
  })
  readonly entries: readonly RecordedEventDto[] = [];

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Cursor of what is older; null at the end. One request reads a bounded part of the history: where a filter matches ' +
      'little, there may be fewer entries than asked for, or none, and still a `next`.',
  })
  readonly next: string | null = null;
}
