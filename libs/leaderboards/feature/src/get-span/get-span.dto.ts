import { ApiProperty } from '@nestjs/swagger';
import { BoardPageDto } from '../get-page/get-page.dto.js';
import { PagedQueryDto } from '../reading/board-query.dto.js';

export class TopQueryDto extends PagedQueryDto {
  @ApiProperty({
    type: 'number',
    exclusiveMinimum: true,
    minimum: 0,
    maximum: 100,
    description: 'Percent of the rows, with four decimals at most.',
    example: 10,
  })
  readonly percent: number = 100;
}

export class RanksQueryDto extends PagedQueryDto {
  @ApiProperty({ required: false, type: 'integer', minimum: 1, default: 1, description: 'First rank.', example: 11 })
  readonly from: number = 1;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    description: 'Last rank, included; default: that of the last row.',
    example: 20,
  })
  readonly to?: number;
}

export class ScoresQueryDto extends PagedQueryDto {
  @ApiProperty({ required: false, type: 'integer', description: 'Least score, included; default: any.', example: 50 })
  readonly min?: number;

  @ApiProperty({
    required: false,
    type: 'integer',
    description: 'Greatest score, included; default: any.',
    example: 80,
  })
  readonly max?: number;
}

export class BoardSpanDto extends BoardPageDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    nullable: true,
    description: 'Rows that the range has, over all its pages; null while `warming`.',
  })
  readonly count: number | null = null;
}
