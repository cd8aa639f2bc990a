import type { GrantPart, GrantState } from '@laurel/contracts';
import { ApiExtraModels, ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';

export const GRANT_STATES: readonly GrantState[] = [
  'pending',
  'approved',
  'granted',
  'claimed',
  'failed',
  'not_eligible',
  'expired',
  'revoked',
];

class CurrencyPartDto {
  @ApiProperty({ description: 'Key of the currency.', example: 'coins' })
  readonly currency: string = '';

  @ApiProperty({ type: 'integer', description: 'In units of the scale of the currency.' })
  readonly amount: number = 0;
}

class StatPartDto {
  @ApiProperty({ description: 'Key of the stat.', example: 'xp' })
  readonly stat: string = '';

  @ApiProperty({ type: 'integer', description: 'In units of the scale of the stat.' })
  readonly amount: number = 0;
}

class TitlePartDto {
  @ApiProperty({ example: 'champion' })
  readonly title: string = '';
}

class ItemPartDto {
  @ApiProperty({ example: 'chest' })
  readonly item: string = '';

  @ApiProperty({ type: 'integer' })
  readonly quantity: number = 0;
}

const PARTS = [CurrencyPartDto, StatPartDto, TitlePartDto, ItemPartDto];

class GrantCauseDto {
  @ApiProperty({ example: 'scoring.player_not_active' })
  readonly code: string = '';

  @ApiProperty()
  readonly detail: string = '';
}

class GrantRevocationDto {
  @ApiProperty({ description: 'Why, for people.' })
  readonly reason: string = '';

  @ApiProperty({ required: false, description: 'Id of who ordered it; not shown to player tokens.' })
  readonly by?: string;
}

/** What a player is given for a place at the end of a window. */
@ApiSchema({ name: 'Grant' })
@ApiExtraModels(...PARTS)
export class GrantDto {
  @ApiProperty({ example: 'gr_5f2a9c1e0b7d4c3a8e6f1d2b3c4a5e6f' })
  readonly id: string = '';

  @ApiProperty({ description: 'Key of the reward schedule.', example: 'weekly-prizes' })
  readonly source: string = '';

  @ApiProperty({ description: 'Key of the leaderboard.', example: 'league' })
  readonly leaderboard: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2026-W47' })
  readonly window: string = '';

  @ApiProperty({
    required: false,
    description: 'Part of the leaderboard; absent for the whole.',
    example: 'country:br',
  })
  readonly part?: string;

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ description: 'Name of the tier.', example: 'podium' })
  readonly tier: string = '';

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The player’s final rank.' })
  readonly rank: number = 1;

  @ApiProperty({ type: 'integer', description: 'The player’s final score.' })
  readonly score: number = 0;

  @ApiProperty({ type: [String], description: 'Keys of the rewards.', example: ['gold-chest'] })
  readonly rewards: readonly string[] = [];

  @ApiProperty({
    type: 'array',
    items: { oneOf: PARTS.map((part) => ({ $ref: getSchemaPath(part) })) },
    description: 'What they give together.',
  })
  readonly what: readonly GrantPart[] = [];

  @ApiProperty({
    enum: [...GRANT_STATES],
    description:
      '`pending`: waits until it is approved. `approved`: about to be paid. `granted`: paid or, with a `claimBy`, ready to be claimed. ' +
      '`claimed`: claimed and paid. `failed`: could not be paid, see `cause`. `not_eligible`: won and not given, see `cause`. `expired`: ' +
      'not claimed in time. `revoked`: taken back.',
  })
  readonly state: GrantState = 'pending';

  @ApiProperty({
    required: false,
    type: GrantCauseDto,
    description: 'Why it is not given, or could not be taken back.',
  })
  readonly cause?: GrantCauseDto;

  @ApiProperty({ required: false, format: 'date-time', description: 'Until when it can be claimed.' })
  readonly claimBy?: string;

  @ApiProperty({ required: false, format: 'date-time' })
  readonly claimedAt?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'When it was paid.' })
  readonly paidAt?: string;

  @ApiProperty({ required: false, type: GrantRevocationDto, description: 'That it is, or is to be, taken back.' })
  readonly revocation?: GrantRevocationDto;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt: string = '';
}

@ApiSchema({ name: 'GrantPage' })
export class GrantPageDto {
  @ApiProperty({ type: [GrantDto] })
  readonly entries: readonly GrantDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of older entries.' })
  readonly next: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of newer entries.' })
  readonly prev: string | null = null;
}
