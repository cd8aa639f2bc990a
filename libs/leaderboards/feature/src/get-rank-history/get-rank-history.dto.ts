import { ApiProperty } from '@nestjs/swagger';
import { StandingDto } from '../get-standing/get-standing.dto.js';

export class GetRankHistoryQueryDto {
  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'Windows at most.',
  })
  readonly limit: number = 20;

  @ApiProperty({ required: false, maxLength: 2048, description: 'A `next` of the same player and leaderboard.' })
  readonly cursor?: string;
}

export class RankHistoryDto {
  @ApiProperty({
    type: [StandingDto],
    description:
      'A standing for each window that has ended, the latest first. `entry` is null where the player was not in it.',
  })
  readonly entries: readonly StandingDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the windows before; null at the end.' })
  readonly next: string | null = null;
}
