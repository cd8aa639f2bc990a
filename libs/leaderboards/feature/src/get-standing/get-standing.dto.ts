import { ApiProperty } from '@nestjs/swagger';
import { BoardAnswerDto, StandingRowDto } from '../reading/board-answer.dto.js';

export class StandingEntryDto extends StandingRowDto {
  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 100,
    nullable: true,
    description:
      'Percent of the rows that do not stand before this one, rounded down to two decimals: 100 for the first rank, 5 for the ' +
      'last of 20. Null while `warming`.',
    example: 95,
  })
  readonly percentile: number | null = null;
}

export class StandingDto extends BoardAnswerDto {
  @ApiProperty({
    type: StandingEntryDto,
    nullable: true,
    description: 'Null for a player who is not on the leaderboard.',
  })
  readonly entry: StandingEntryDto | null = null;
}
