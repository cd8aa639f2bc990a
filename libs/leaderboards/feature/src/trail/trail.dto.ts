import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { StandingDto } from '../get-standing/get-standing.dto.js';

export class TrailQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 128,
    description:
      'Key of a window, or the name of its kind for the one that is running. Default: the one that is shown.',
    example: '2026-W47',
  })
  readonly window?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'Steps at most.',
  })
  readonly limit: number = 20;

  @ApiProperty({ required: false, maxLength: 2048, description: 'A `next` of the same trail.' })
  readonly cursor?: string;
}

export class TrailRecordingDto {
  @ApiProperty({ description: 'The rule that matched; empty where none asked for it.', example: 'win' })
  readonly rule: string = '';

  @ApiProperty({ example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ type: 'integer', example: 3 })
  readonly amount: number = 0;
}

export class TrailScoreDto {
  @ApiProperty({ type: 'integer', example: 87 })
  readonly score: number = 0;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { goal_difference: 41 } })
  readonly columns: Readonly<Record<string, number>> = {};
}

export class TrailOrderDto {
  @ApiProperty({ example: 'Played with a hacked client.' })
  readonly reason: string = '';

  @ApiProperty({ description: 'The key or operator who gave it.', example: 'key_0198c2f0' })
  readonly by: string = '';
}

export class TrailHeldBackDto {
  @ApiProperty({ example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ enum: ['min', 'max', 'perHour'] })
  readonly bound: 'min' | 'max' | 'perHour' = 'max';

  @ApiProperty({ type: 'integer', example: 100 })
  readonly limit: number = 0;

  @ApiProperty({ type: 'integer', example: 5000 })
  readonly amount: number = 0;
}

export class TrailRefusalDto {
  @ApiProperty({ example: 'scoring.window_closed' })
  readonly code: string = '';

  @ApiProperty({ example: 'premier-league (2026-W46) has closed' })
  readonly detail: string = '';
}

/** One thing that moved a standing, or would have. */
@ApiSchema({ name: 'TrailStep' })
export class TrailStepDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ example: 'match_played' })
  readonly type: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly occurredAt: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly decidedAt: string = '';

  @ApiProperty({ type: 'integer', description: 'Release that decided it.', example: 12 })
  readonly release: number = 0;

  @ApiProperty({ type: [TrailRecordingDto], description: 'What rules recorded of the leaderboard’s stats.' })
  readonly recorded: readonly TrailRecordingDto[] = [];

  @ApiPropertyOptional({
    type: TrailScoreDto,
    nullable: true,
    description: 'The entry after it; null where it took the player off. Absent where it changed nothing here.',
  })
  readonly standing?: TrailScoreDto | null;

  @ApiPropertyOptional({ type: TrailOrderDto, description: 'Of an order about the standing.' })
  readonly order?: TrailOrderDto;

  @ApiPropertyOptional({
    type: TrailHeldBackDto,
    description: 'Why it was held back for a review, and counts for nothing.',
  })
  readonly heldBack?: TrailHeldBackDto;

  @ApiPropertyOptional({ type: [TrailRefusalDto], description: 'Of an order: why it was not carried out.' })
  readonly refused?: readonly TrailRefusalDto[];
}

/** What was done to the final standing of a window that has ended. */
@ApiSchema({ name: 'TrailCorrection' })
export class TrailCorrectionDto extends TrailOrderDto {
  @ApiProperty({ enum: ['hide', 'unhide', 'remove', 'adjust'] })
  readonly kind: 'hide' | 'unhide' | 'remove' | 'adjust' = 'hide';

  @ApiProperty({ format: 'date-time' })
  readonly at: string = '';

  @ApiProperty({ type: 'integer', nullable: true, description: 'Rank until then.', example: 4 })
  readonly rankBefore: number | null = null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Rank since then.', example: 7 })
  readonly rankAfter: number | null = null;
}

export class TrailFlagDto {
  @ApiProperty({ example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ enum: ['min', 'max', 'perHour'], description: 'The bound of plausibility that they would pass.' })
  readonly bound: 'min' | 'max' | 'perHour' = 'max';

  @ApiProperty({ type: 'integer', description: 'Events that wait for a review.', example: 3 })
  readonly events: number = 0;
}

/** How a standing came to be. */
@ApiSchema({ name: 'StandingTrail' })
export class TrailDto extends StandingDto {
  @ApiProperty({
    type: [TrailFlagDto],
    description: 'What is suspicious of the player: events that are held back, by the bound that they would pass.',
  })
  readonly flags: readonly TrailFlagDto[] = [];

  @ApiProperty({ type: [TrailCorrectionDto], description: 'Of a window that has ended, the earliest first.' })
  readonly corrections: readonly TrailCorrectionDto[] = [];

  @ApiProperty({ type: [TrailStepDto], description: 'The latest first.' })
  readonly steps: readonly TrailStepDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the steps before; null at the beginning.' })
  readonly next: string | null = null;
}
