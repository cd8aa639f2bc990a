import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { ProfileChangeDto } from '../change-player/change-player.dto.js';

/** Events of one player's history in one line: more come in further imports. */
const MAX_HISTORY = 500;

/** One player as another system knew it: one line of an import. */
@ApiSchema({ name: 'ImportedPlayer' })
export class ImportLineDto extends ProfileChangeDto {
  @ApiProperty({ minLength: 1, maxLength: 128, example: 'arsenal' })
  @IsString()
  @IsNotEmpty()
  @Length(1, 128)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'playerId must not hold control characters' })
  readonly playerId: string = '';

  @ApiProperty({
    required: false,
    type: String,
    format: 'date-time',
    description:
      'When the totals were so, RFC 3339; the time of the request where it is left out. Windows of leaderboards go by it.',
    example: '2014-05-11T16:00:00Z',
  })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  readonly occurredAt?: string;

  @ApiProperty({
    selfRequired: false,
    type: 'object',
    maxProperties: 100,
    additionalProperties: { type: 'integer', minimum: 0 },
    description: 'Paid into the wallet, by currency.',
    example: { coins: 250 },
  })
  @IsOptional()
  @IsObject()
  readonly balances?: Readonly<Record<string, unknown>>;

  @ApiProperty({
    selfRequired: false,
    type: 'object',
    maxProperties: 100,
    additionalProperties: { type: 'integer' },
    description:
      'Recorded once, as one event would, by stat: a `sum` grows by it, a `max` takes it if it is more, a `count` grows by so many. ' +
      'Leaderboards that read the stats move.',
    example: { points: 79, goals: 68 },
  })
  @IsOptional()
  @IsObject()
  readonly stats?: Readonly<Record<string, unknown>>;

  @ApiProperty({
    required: false,
    type: 'array',
    maxItems: MAX_HISTORY,
    items: { type: 'object', required: ['eventId', 'type', 'occurredAt'], additionalProperties: true },
    description:
      'What happened there, as events without `playerId`. Recorded with the status `imported`: they are in the player’s history, ' +
      'their ids count as seen, and no rule sees them.',
    example: [{ eventId: 'match-2014-05-11', type: 'match_played', occurredAt: '2014-05-11T14:00:00Z' }],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_HISTORY)
  readonly history?: readonly unknown[];
}
