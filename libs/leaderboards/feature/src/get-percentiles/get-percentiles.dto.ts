import { ApiProperty } from '@nestjs/swagger';
import { BoardAnswerDto, StandingRowDto } from '../reading/board-answer.dto.js';
import { WindowQueryDto } from '../reading/board-query.dto.js';

export class GetPercentilesQueryDto extends WindowQueryDto {
  @ApiProperty({
    description: '1 to 20 percentiles: more than 0, 100 at most, four decimals at most, with commas between them.',
    example: '50,90,99',
  })
  readonly at: string = '';
}

export class PercentileDto {
  @ApiProperty({ type: 'number', example: 90 })
  readonly percentile: number = 100;

  @ApiProperty({
    type: StandingRowDto,
    nullable: true,
    description: 'The last row whose percentile is no less: its score is what it takes. Null on an empty leaderboard.',
  })
  readonly entry: StandingRowDto | null = null;
}

export class BoardPercentilesDto extends BoardAnswerDto {
  @ApiProperty({
    type: [PercentileDto],
    description: 'In the order in which they were asked for. Empty while `warming`.',
  })
  readonly percentiles: readonly PercentileDto[] = [];
}
