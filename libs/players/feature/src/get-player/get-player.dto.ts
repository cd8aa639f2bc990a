import type { AttributeValue, PlayerStatus } from '@laurel/contracts';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

export const PLAYER_STATUSES: readonly PlayerStatus[] = ['active', 'suspended', 'banned', 'merged'];

@ApiSchema({ name: 'Player' })
export class PlayerDto {
  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ required: false, description: 'The name that is shown.', example: 'Arsenal' })
  readonly name?: string;

  @ApiProperty({ required: false, format: 'uri', example: 'https://example.com/arsenal.png' })
  readonly avatarUrl?: string;

  @ApiProperty({ required: false, description: 'IANA name of the player’s time zone.', example: 'Europe/London' })
  readonly timeZone?: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    description: 'What you know of the player, by keys of your own.',
    example: { city: 'London', founded: 1886 },
  })
  readonly attributes: Readonly<Record<string, AttributeValue>> = {};

  @ApiProperty({
    enum: [...PLAYER_STATUSES],
    description:
      'Events of a player who is not `active` are recorded and lead to nothing. Who is `banned` or `merged` is on no ' +
      'leaderboard; what a `merged` player had is another player’s.',
  })
  readonly status: PlayerStatus = 'active';

  @ApiProperty({ required: false, description: 'Why the player is not active; not shown to player tokens.' })
  readonly statusReason?: string;

  @ApiProperty({
    required: false,
    description: 'Who has what was the player’s; of `merged` players alone. Not shown to player tokens.',
    example: 'arsenal',
  })
  readonly mergedInto?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Since when the player is not active.' })
  readonly statusSince?: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description:
      'Values by the key of the stat: those of the released configuration that the player has. In units of the scale of ' +
      'each: 9999 under a scale of 2 is 99.99.',
    example: { points: 75, goal_difference: 35 },
  })
  readonly stats: Readonly<Record<string, number>> = {};

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Balances by the key of the currency, in units of the scale of each.',
    example: { coins: 71 },
  })
  readonly balances: Readonly<Record<string, number>> = {};

  @ApiProperty({ type: [String], description: 'Titles that the player was given, sorted.', example: ['champion'] })
  readonly titles: readonly string[] = [];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many of each item the player has; below zero it is a debt.',
    example: { chest: 2 },
  })
  readonly items: Readonly<Record<string, number>> = {};

  @ApiProperty({ format: 'date-time', description: 'When the first event or order was decided.' })
  readonly createdAt: string = '';

  @ApiProperty({ format: 'date-time', description: 'When the latest event or order was decided.' })
  readonly updatedAt: string = '';
}
