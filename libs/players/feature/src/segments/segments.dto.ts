import { ApiProperty, ApiSchema, PickType } from '@nestjs/swagger';
import { ListPlayersQueryDto } from '../list-players/list-players.dto.js';

/** How the players of a segment are paged: as any list of players. */
export class SegmentPlayersQueryDto extends PickType(ListPlayersQueryDto, ['limit', 'cursor'] as const) {}

@ApiSchema({ name: 'CountedSegment' })
export class CountedSegmentDto {
  @ApiProperty({ example: 'vips' })
  readonly key: string = '';

  @ApiProperty({ required: false, example: 'VIPs' })
  readonly name?: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 42,
    description: 'Players of whatever status.',
  })
  readonly count: number = 0;

  @ApiProperty({
    format: 'date-time',
    description: 'When counting began: some seconds ago at most. Exact for who did not change meanwhile.',
  })
  readonly asOf: string = '';

  @ApiProperty({ type: 'integer', description: 'The release that defines it.' })
  readonly release: number = 0;
}

@ApiSchema({ name: 'CountedSegmentList' })
export class CountedSegmentListDto {
  @ApiProperty({ type: [CountedSegmentDto] })
  readonly entries: readonly CountedSegmentDto[] = [];
}
