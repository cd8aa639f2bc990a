import { ApiProperty } from '@nestjs/swagger';
import { BoardAnswerDto, StandingRowDto } from '../reading/board-answer.dto.js';
import { WindowQueryDto } from '../reading/board-query.dto.js';

export class GetRowsQueryDto extends WindowQueryDto {
  @ApiProperty({
    description: 'Ids of 1 to 100 players, with commas between them. Repeat the parameter for ids that have commas.',
    example: 'chelsea,arsenal',
  })
  readonly ids: string = '';
}

export class ListedRowDto extends StandingRowDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    nullable: true,
    description: 'Rank among those who were asked for; null while `warming`.',
    example: 1,
  })
  readonly listRank: number | null = null;
}

export class BoardListDto extends BoardAnswerDto {
  @ApiProperty({ type: [ListedRowDto], description: 'In rank order, without those who are not on the leaderboard.' })
  readonly entries: readonly ListedRowDto[] = [];
}
