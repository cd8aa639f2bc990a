import { ApiProperty } from '@nestjs/swagger';
import { BoardAnswerDto, StandingRowDto } from '../reading/board-answer.dto.js';

/** A place in a part of the leaderboard. */
export class SegmentRankDto {
  @ApiProperty({ description: 'The part, as `segment` of every read takes it.', example: 'country:DE' })
  readonly segment: string = '';

  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  readonly rank: number = 0;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Rows in the part.', example: 12 })
  readonly total: number = 0;
}

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

  @ApiProperty({
    type: [SegmentRankDto],
    description:
      'Places in the parts that the player is in. Empty while `warming`, and where `segment` asks for one part.',
  })
  readonly segments: readonly SegmentRankDto[] = [];
}

export class StandingDto extends BoardAnswerDto {
  @ApiProperty({
    type: StandingEntryDto,
    nullable: true,
    description: 'Null for a player who is not on the leaderboard.',
  })
  readonly entry: StandingEntryDto | null = null;
}
