import type { FieldProblem } from '@laurel/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { warningsSchema } from '../accept-event/accept-event.openapi.js';
import { RecordedEventDto } from '../get-event/recorded-event.dto.js';

const amounts = (description: string, example: Readonly<Record<string, number>>) => ({
  type: 'object' as const,
  additionalProperties: { type: 'integer' },
  description,
  example,
});

export class RankChangeDto {
  @ApiProperty({ description: 'Key of the leaderboard.', example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2014-15' })
  readonly window: string = '';

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'The rank before; null for a player who was not on the leaderboard, and while `warming`.',
  })
  readonly before: number | null = null;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'The rank afterwards, as observed then: others move too. Null while `warming`.',
  })
  readonly after: number | null = null;

  @ApiProperty({ required: false, enum: [true], description: 'Ranks can’t be told now, and are null.' })
  readonly warming?: true;
}

/** What became of an event, told to whoever waited for it. */
export class OutcomeDto extends RecordedEventDto {
  @ApiProperty(amounts('Balances that it changed, as they were afterwards, by currency.', { coins: 75 }))
  readonly balances: Readonly<Record<string, number>> = {};

  @ApiProperty(amounts('Stats that it changed, as they were afterwards.', { points: 42 }))
  readonly stats: Readonly<Record<string, number>> = {};

  @ApiProperty({
    type: [RankChangeDto],
    description: 'One for each leaderboard and window that it changed; none for a `duplicate`, which changes nothing.',
  })
  readonly ranks: readonly RankChangeDto[] = [];

  @ApiProperty({ ...warningsSchema, required: false })
  readonly warnings?: readonly FieldProblem[];
}
