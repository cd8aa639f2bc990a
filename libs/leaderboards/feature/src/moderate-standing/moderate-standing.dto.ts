import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

const LONGEST_REASON = 500;
const LONGEST_WINDOW = 127;

export class ReasonDto {
  @ApiProperty({
    minLength: 1,
    maxLength: LONGEST_REASON,
    description: 'Why, for people: it stays in the player’s history.',
    example: 'Played with a hacked client.',
  })
  @IsString()
  @Length(1, LONGEST_REASON)
  @Matches(/\S/u, { message: 'reason must not be blank' })
  readonly reason: string = '';
}

@ApiSchema({ name: 'StandingHiding' })
export class HideStandingDto extends ReasonDto {
  @ApiProperty({
    required: false,
    description: 'A window that has ended, to hide the player there. Without it: every open window, and those to come.',
    example: '2026-W46',
  })
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_WINDOW)
  readonly window?: string;
}

@ApiSchema({ name: 'StandingRemoval' })
export class RemoveStandingDto extends ReasonDto {
  @ApiProperty({
    description: 'Key of the window, or the name of its kind for the one that is running: `2026-W47`, `weekly`.',
    example: '2026-W47',
  })
  @IsString()
  @Length(1, LONGEST_WINDOW)
  readonly window: string = '';
}

@ApiSchema({ name: 'StandingAdjustment' })
export class AdjustStandingDto extends RemoveStandingDto {
  @ApiProperty({
    enum: ['add', 'set'],
    description: 'Whether the numbers are added to those of the entry, or replace them.',
  })
  @IsIn(['add', 'set'])
  readonly mode: 'add' | 'set' = 'add';

  @ApiProperty({
    required: false,
    type: 'integer',
    description: 'As the leaderboard shows it; absent: stays.',
    example: -3,
  })
  @IsOptional()
  @IsInt()
  @Min(Number.MIN_SAFE_INTEGER)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly score?: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Of tie columns, by the key of their stat; those that are absent stay.',
    example: { goal_difference: -3 },
  })
  @IsOptional()
  @IsObject()
  readonly columns?: Readonly<Record<string, number>>;
}

export class ModeratedEntryDto {
  @ApiProperty({ example: '2026-W47' })
  readonly window: string = '';

  @ApiProperty({ type: 'integer', example: 84 })
  readonly score: number = 0;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { goal_difference: 41 } })
  readonly columns: Readonly<Record<string, number>> = {};

  @ApiProperty({
    description: 'Whether the entry is on the ranks: not while hidden, banned, or joined without a result.',
  })
  readonly ranked: boolean = false;
}

/** What a player has on a leaderboard after an order. */
@ApiSchema({ name: 'ModeratedStanding' })
export class ModeratedStandingDto {
  @ApiProperty({ example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ description: 'Hidden in every open window, and in those to come.' })
  readonly hidden: boolean = false;

  @ApiProperty({ type: [ModeratedEntryDto], description: 'Entries in windows that are open, by window key.' })
  readonly entries: readonly ModeratedEntryDto[] = [];
}

export class CorrectedRowDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 4 })
  readonly rank: number = 1;

  @ApiProperty({ type: 'integer', example: 84 })
  readonly score: number = 0;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { goal_difference: 41 } })
  readonly columns: Readonly<Record<string, number>> = {};
}

/** A correction of the final standings of a window that has ended. */
@ApiSchema({ name: 'CorrectedStanding' })
export class CorrectedStandingDto {
  @ApiProperty({ example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ example: '2026-W46' })
  readonly window: string = '';

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ enum: [true], description: 'The window has ended: its final standings were corrected.' })
  readonly closed = true as const;

  @ApiProperty({ type: CorrectedRowDto, nullable: true, description: 'The row until then; null where there was none.' })
  readonly before: CorrectedRowDto | null = null;

  @ApiProperty({ type: CorrectedRowDto, nullable: true, description: 'The row since then; null where there is none.' })
  readonly after: CorrectedRowDto | null = null;
}
