import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '@laurel/contracts';
import { BoardRowsDto, type StandingRowDto } from '../reading/board-answer.dto.js';
import { RowsQueryDto } from '../reading/board-query.dto.js';

export class GetPageQueryDto extends RowsQueryDto {
  @ApiProperty({ required: false, maxLength: 2048, description: 'A `next` or `prev` of this leaderboard and window.' })
  readonly cursor?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 0,
    description:
      'Rows to leave out at the start, instead of a cursor: leads to any place of a long leaderboard at once. Page on from there by ' +
      'cursors, for rows that move meanwhile are skipped or come twice otherwise.',
    example: 99_000,
  })
  readonly offset?: number;
}

export class BoardPageDto extends BoardRowsDto implements Page<StandingRowDto> {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Cursor of the rows behind; null at the end and while `warming`.',
  })
  readonly next: string | null = null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Cursor of the rows before; null at the start and while `warming`.',
  })
  readonly prev: string | null = null;
}
