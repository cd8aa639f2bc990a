import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

const LONGEST_KEY = 63;
const LONGEST_PLAYER_ID = 128;

/** Whose standing on which leaderboard: the path. */
export class StandingParams {
  @ApiProperty({ description: 'Key of the leaderboard.', example: 'premier-league' })
  @IsString()
  @Length(1, LONGEST_KEY)
  readonly key: string = '';

  @ApiProperty({ description: 'Your own id of the player.', example: 'arsenal' })
  @IsString()
  @Length(1, LONGEST_PLAYER_ID)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'id must not hold control characters' })
  readonly id: string = '';
}
