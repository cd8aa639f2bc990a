import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { SLUG_PATTERN } from '@laurel/kernel';
import { PLAYER_TOKEN, PLAYER_TOKEN_PERMISSIONS, type Permission } from '@laurel/platform-auth';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

/** Boards that one token can be limited to: it travels with every request. */
const MAX_BOARDS = 50;

@ApiSchema({ name: 'MintPlayerToken' })
export class MintPlayerTokenDto {
  @ApiProperty({ minLength: 1, maxLength: 128, description: 'Your own id of the player.', example: 'arsenal' })
  @IsString()
  @Length(1, 128)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'playerId must not hold control characters' })
  readonly playerId: string = '';

  @ApiProperty({
    required: false,
    enum: [...PLAYER_TOKEN_PERMISSIONS],
    isArray: true,
    minItems: 1,
    default: [...PLAYER_TOKEN_PERMISSIONS],
    description: '`events:write` sends events of its own player, of types that take them from clients.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(PLAYER_TOKEN_PERMISSIONS, { each: true })
  readonly permissions?: readonly Permission[];

  @ApiProperty({
    required: false,
    type: [String],
    maxItems: MAX_BOARDS,
    description: 'Keys of the leaderboards that it reads. Default: all.',
    example: ['premier-league'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_BOARDS)
  @ArrayUnique()
  @Matches(new RegExp(SLUG_PATTERN), { each: true, message: 'each of boards must be the key of a leaderboard' })
  readonly boards?: readonly string[];

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: PLAYER_TOKEN.shortestSeconds,
    maximum: PLAYER_TOKEN.longestSeconds,
    default: PLAYER_TOKEN.lifetimeSeconds,
  })
  @IsInt()
  @Min(PLAYER_TOKEN.shortestSeconds)
  @Max(PLAYER_TOKEN.longestSeconds)
  readonly expiresInSeconds: number = PLAYER_TOKEN.lifetimeSeconds;
}

@ApiSchema({ name: 'PlayerToken' })
export class PlayerTokenDto {
  @ApiProperty({ description: 'Give it to the player’s client: it does what it was minted for, nothing else.' })
  readonly token: string = '';

  @ApiProperty({ format: 'date-time', description: 'When it ends.' })
  readonly expiresAt: string = '';
}
