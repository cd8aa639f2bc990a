import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { StandingParams } from '../order-standing/standing-order.dto.js';
import { WindowDto } from '../reading/board-answer.dto.js';

const LONGEST_WINDOW = 127;

export class JoinWindowParams extends StandingParams {
  @ApiProperty({
    description: 'Key of the window, or the name of its kind for the one that is running.',
    example: '2026-W47',
  })
  @IsString()
  @Length(1, LONGEST_WINDOW)
  readonly window: string = '';
}

/** A player who is in a window of a leaderboard. */
@ApiSchema({ name: 'WindowJoined' })
export class WindowJoinedDto {
  @ApiProperty({ example: 'daily-cup' })
  readonly board: string = '';

  @ApiProperty({ type: WindowDto })
  readonly window: WindowDto = new WindowDto();

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ enum: ['joined'] })
  readonly status = 'joined' as const;
}
