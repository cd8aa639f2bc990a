import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
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

export class OrderPlaceDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  readonly partition: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1042 })
  readonly offset: number = 0;
}

/** An order that the event log has, and that was not carried out within the wait. */
@ApiSchema({ name: 'StandingOrderAccepted' })
export class StandingOrderAcceptedDto {
  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({
    description: 'The order’s own id: an event of that id tells what became of it.',
    example: 'laurel.player.hide.msg_0198c2f0-5b5e-7c1a-9f3e-2d6b8a4c1e57',
  })
  readonly commandId: string = '';

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: OrderPlaceDto, description: 'Where the event log has the order.' })
  readonly receipt: { readonly partition: number; readonly offset: number } = new OrderPlaceDto();
}
