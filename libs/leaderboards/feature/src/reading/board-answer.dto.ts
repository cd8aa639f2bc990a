import { ApiProperty } from '@nestjs/swagger';
import type { StandingRow } from '@laurel/contracts';

/** How OpenAPI describes what reads of a leaderboard answer. The answers themselves are plain objects of these types. */
export class WindowDto {
  @ApiProperty({
    description: '`all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.',
    example: '2026-W47',
  })
  readonly key: string = '';

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'First moment inside; null: unbounded.',
  })
  readonly start: string | null = null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'First moment after; null: unbounded.',
  })
  readonly end: string | null = null;

  @ApiProperty({ description: 'Zone by whose clock it begins and ends.', example: 'Europe/Berlin' })
  readonly timeZone: string = 'UTC';

  @ApiProperty({ description: 'Whether it takes nothing more.' })
  readonly closed: boolean = false;
}

export class StandingRowDto implements StandingRow {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'From 1; null while `warming`.',
    example: 1,
  })
  readonly rank: number | null = null;

  @ApiProperty({ example: 'chelsea' })
  readonly playerId: string = '';

  @ApiProperty({ type: 'integer', example: 87 })
  readonly score: number = 0;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Values of the tie columns, by the key of their stat.',
    example: { goal_difference: 41, goals_for: 73 },
  })
  readonly columns: Readonly<Record<string, number>> = {};

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'Event time at which this result stood first; null where ties are shared, for time plays no part there.',
  })
  readonly reachedAt: string | null = null;
}

/** What every read of a leaderboard says about itself. */
export class BoardAnswerDto {
  @ApiProperty({ description: 'Key of the leaderboard.', example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ type: WindowDto })
  readonly window: WindowDto = new WindowDto();

  @ApiProperty({
    required: false,
    description: 'The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.',
    example: 'country:DE',
  })
  readonly segment?: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.',
  })
  readonly asOf: string | null = null;

  @ApiProperty({
    required: false,
    type: Boolean,
    description: 'True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again.',
  })
  readonly warming?: true;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    nullable: true,
    description: 'Rows in the window, or in the part of it; null while `warming`.',
  })
  readonly total: number | null = null;
}

/** A read that answers rows. */
export class BoardRowsDto extends BoardAnswerDto {
  @ApiProperty({ type: [StandingRowDto], description: 'In rank order.' })
  readonly entries: readonly StandingRowDto[] = [];
}
