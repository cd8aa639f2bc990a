import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { IsString, Length, Matches } from 'class-validator';

@ApiSchema({ name: 'MintPlayerToken' })
export class MintPlayerTokenDto {
  @ApiProperty({ minLength: 1, maxLength: 128, description: 'Your own id of the player.', example: 'arsenal' })
  @IsString()
  @Length(1, 128)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'playerId must not hold control characters' })
  readonly playerId: string = '';
}

@ApiSchema({ name: 'PlayerToken' })
export class PlayerTokenDto {
  @ApiProperty({ description: 'Give it to the player’s client: it reads boards and its own player, nothing else.' })
  readonly token: string = '';

  @ApiProperty({ format: 'date-time', description: '15 minutes after it was minted.' })
  readonly expiresAt: string = '';
}
