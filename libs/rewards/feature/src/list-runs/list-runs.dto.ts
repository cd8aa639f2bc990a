import type { GrantState } from '@laurel/contracts';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { GRANT_STATES } from '../grants/grant.dto.js';

/** Grants of a window that are in one state. */
@ApiSchema({ name: 'RewardRunTotals' })
export class RewardRunTotalsDto {
  @ApiProperty({ enum: [...GRANT_STATES] })
  readonly state: GrantState = 'pending';

  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly grants: number = 0;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'What they come to by the key of the currency, in units of its scale.',
    example: { coins: 1_500 },
  })
  readonly currencies: Readonly<Record<string, number>> = {};
}

/** What became of one window that a schedule is for. */
@ApiSchema({ name: 'RewardRun' })
export class RewardRunDto {
  @ApiProperty({ description: 'Key of the leaderboard.', example: 'league' })
  readonly leaderboard: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2026-W47' })
  readonly window: string = '';

  @ApiProperty({ type: 'integer', description: 'The release that says who wins what.' })
  readonly release: number = 0;

  @ApiProperty({ enum: ['granting', 'done'], description: '`done` once every winner has a grant.' })
  readonly state: 'granting' | 'done' = 'granting';

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Winners by the name of the tier; empty while `granting`.',
    example: { podium: 3 },
  })
  readonly winners: Readonly<Record<string, number>> = {};

  @ApiProperty({ type: [RewardRunTotalsDto], description: 'Grants by their state now.' })
  readonly totals: readonly RewardRunTotalsDto[] = [];

  @ApiProperty({ format: 'date-time' })
  readonly startedAt: string = '';

  @ApiProperty({ required: false, format: 'date-time' })
  readonly finishedAt?: string;
}

@ApiSchema({ name: 'RewardRunPage' })
export class RewardRunPageDto {
  @ApiProperty({ type: [RewardRunDto] })
  readonly entries: readonly RewardRunDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of older entries.' })
  readonly next: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of newer entries.' })
  readonly prev: string | null = null;
}
