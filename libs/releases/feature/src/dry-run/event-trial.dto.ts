import type { FieldProblem } from '@laurel/kernel';
import type { BoardTrial, PlaceOfTrial } from '@laurel/scoring-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'RuleVerdictOfTrial' })
class RuleVerdictDto {
  @ApiProperty({ description: 'Key of the rule.', example: 'win' })
  readonly rule: string = '';

  @ApiProperty()
  readonly matched: boolean = false;

  @ApiProperty({ required: false, description: 'Why it did not match; absent when it did.' })
  readonly reason?: string;
}

@ApiSchema({ name: 'DecisionOfTrial' })
export class DecisionDto {
  @ApiProperty({ type: [RuleVerdictDto], description: 'The rules for this type of event.' })
  readonly rules: readonly RuleVerdictDto[] = [];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'What it would change, in order, as `GET /v1/events/{id}` of the query gateway tells it: by `kind`, with the balance, the ' +
      'stat’s value or the score afterwards; `refused` with the code of why not.',
    example: [{ kind: 'record', rule: 'win', stat: 'points', amount: 3, value: 45 }],
  })
  readonly effects: readonly object[] = [];
}

@ApiSchema({ name: 'PlaceOfTrial' })
class PlaceDto implements PlaceOfTrial {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'Null on a leaderboard of more players than are counted (`LAUREL_DRY_RUN_PLAYERS_IN_MEMORY`).',
    example: 3,
  })
  readonly rank: number | null = null;

  @ApiProperty({ type: 'integer', example: 45 })
  readonly score: number = 0;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'Tie columns, in the order that the leaderboard declares.',
  })
  readonly columns: readonly number[] = [];
}

const place = (description: string) => ({ type: PlaceDto, nullable: true, description });

@ApiSchema({ name: 'BoardOfTrial' })
class BoardTrialDto implements BoardTrial {
  @ApiProperty({ description: 'Key of the leaderboard.', example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2014-15' })
  readonly window: string = '';

  @ApiProperty(place('Without the event; null where the player has no place.'))
  readonly now: PlaceDto | null = null;

  @ApiProperty(place('Behind the event under the release in force.'))
  readonly before: PlaceDto | null = null;

  @ApiProperty(
    place('Behind the event under the program that was tried; a leaderboard that begins anew is empty else.'),
  )
  readonly after: PlaceDto | null = null;
}

@ApiSchema({ name: 'EventTrial' })
export class EventTrialDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'The release in force, which `before` is under; 0: none.',
    example: 4,
  })
  readonly release: number = 0;

  @ApiProperty({ type: DecisionDto })
  readonly before: DecisionDto = new DecisionDto();

  @ApiProperty({ type: DecisionDto })
  readonly after: DecisionDto = new DecisionDto();

  @ApiProperty({
    type: [BoardTrialDto],
    description: 'Windows of leaderboards that the event would touch under either.',
  })
  readonly leaderboards: readonly BoardTrialDto[] = [];

  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      required: ['path', 'rule', 'message'],
      properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
    },
    description: 'What breaks the schema of its type in the program that was tried, where `validation` is `warn`.',
  })
  readonly warnings: readonly FieldProblem[] = [];
}
