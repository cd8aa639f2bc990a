import { ApiProperty } from '@nestjs/swagger';
import { StandingDto } from '../get-standing/get-standing.dto.js';

export class PlayerBoardsDto {
  @ApiProperty({ example: 'chelsea' })
  readonly playerId: string = '';

  @ApiProperty({
    type: [StandingDto],
    description:
      'The player’s standings in the windows that run, and in the one that a leaderboard without any shows; only those that the ' +
      'player is on.',
  })
  readonly leaderboards: readonly StandingDto[] = [];
}
