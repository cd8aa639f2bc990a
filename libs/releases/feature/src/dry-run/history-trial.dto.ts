import type { Mover, Movement } from '@laurel/scoring-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'MissOfRule' })
class MissDto {
  @ApiProperty({
    description: 'Why the rule did not match.',
    example: 'event.properties.goalsFor gt event.properties.goalsAgainst does not hold',
  })
  readonly reason: string = '';

  @ApiProperty({ type: 'integer', minimum: 1, example: 473 })
  readonly times: number = 0;
}

@ApiSchema({ name: 'VerdictsOfRule' })
export class RuleSumsDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Times that it matched.', example: 287 })
  readonly hits: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Times that it did not.', example: 473 })
  readonly misses: number = 0;

  @ApiProperty({ type: [MissDto], description: 'The ten commonest reasons.' })
  readonly reasons: readonly MissDto[] = [];
}

@ApiSchema({ name: 'RuleOfTrial' })
class RuleDto {
  @ApiProperty({ example: 'win' })
  readonly key: string = '';

  @ApiProperty({ type: RuleSumsDto })
  readonly before: RuleSumsDto = new RuleSumsDto();

  @ApiProperty({ type: RuleSumsDto })
  readonly after: RuleSumsDto = new RuleSumsDto();
}

@ApiSchema({ name: 'TotalOfTrial' })
class TotalDto {
  @ApiProperty({ example: 'points' })
  readonly key: string = '';

  @ApiProperty({ type: 'integer', example: 1047 })
  readonly before: number = 0;

  @ApiProperty({ type: 'integer', example: 1233 })
  readonly after: number = 0;
}

@ApiSchema({ name: 'RowOfTrial' })
class RowDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly rank: number = 0;

  @ApiProperty({ example: 'chelsea' })
  readonly playerId: string = '';

  @ApiProperty({ type: 'integer', example: 87 })
  readonly score: number = 0;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'Tie columns, in the order that the leaderboard declares.',
  })
  readonly columns: readonly number[] = [];
}

@ApiSchema({ name: 'MovedRowOfTrial' })
class MovedRowDto extends RowDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'The rank before; null for who had none, or one below 1,000.',
    example: 2,
  })
  readonly rankBefore: number | null = null;
}

@ApiSchema({ name: 'TopOfTrial' })
class TopDto {
  @ApiProperty({ description: 'Key of the leaderboard.', example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2014-15' })
  readonly window: string = '';

  @ApiProperty({ type: [RowDto], description: 'Its top; empty where the program lacks it.' })
  readonly before: readonly RowDto[] = [];

  @ApiProperty({ type: [MovedRowDto] })
  readonly after: readonly MovedRowDto[] = [];
}

@ApiSchema({ name: 'MoverOfTrial' })
class MoverDto implements Mover {
  @ApiProperty({ example: 'chelsea' })
  readonly playerId: string = '';

  @ApiProperty({ type: 'integer', example: 87 })
  readonly before: number = 0;

  @ApiProperty({ type: 'integer', example: 96 })
  readonly after: number = 0;
}

@ApiSchema({ name: 'MovementOfTrial' })
class MovementDto implements Movement {
  @ApiProperty({ enum: ['currency', 'stat'] })
  readonly kind: Movement['kind'] = 'stat';

  @ApiProperty({ example: 'points' })
  readonly key: string = '';

  @ApiProperty({ type: [MoverDto], description: 'Who would gain most.' })
  readonly gains: readonly MoverDto[] = [];

  @ApiProperty({ type: [MoverDto], description: 'Who would lose most.' })
  readonly losses: readonly MoverDto[] = [];
}

const totals = (description: string) => ({ type: [TotalDto] as [typeof TotalDto], description });

@ApiSchema({ name: 'HistoryTrial' })
export class HistoryTrialDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'That were decided again: those that had effects.',
    example: 760,
  })
  readonly events: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'That they are of.', example: 20 })
  readonly players: number = 0;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the first was decided.' })
  readonly first: string | null = null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the last was decided.' })
  readonly last: string | null = null;

  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Releases that decided them.', example: [4] })
  readonly releases: readonly number[] = [];

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The release whose leaderboards are `before`.', example: 4 })
  readonly comparedWith: number = 0;

  @ApiProperty({ type: [RuleDto], description: 'What each rule did and would have done.' })
  readonly rules: readonly RuleDto[] = [];

  @ApiProperty(totals('Paid by these events in each currency, less what was spent and what voids took back.'))
  readonly currencies: readonly TotalDto[] = [];

  @ApiProperty(totals('Recorded by these events into each stat.'))
  readonly stats: readonly TotalDto[] = [];

  @ApiProperty(totals('Effects that were refused, by error code.'))
  readonly refused: readonly TotalDto[] = [];

  @ApiProperty({ type: [TopDto], description: 'Each window of each leaderboard, behind the last of the events.' })
  readonly leaderboards: readonly TopDto[] = [];

  @ApiProperty({ type: [MovementDto], description: 'Who would have more or less; what moves nobody is left out.' })
  readonly movements: readonly MovementDto[] = [];
}
