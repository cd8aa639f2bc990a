import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { ChangeStatusDto } from '../change-status/change-status.dto.js';

const LONGEST_PLAYER_ID = 128;

@ApiSchema({ name: 'PlayerMerge' })
export class MergePlayerDto extends ChangeStatusDto {
  @ApiProperty({
    minLength: 1,
    maxLength: LONGEST_PLAYER_ID,
    description: 'Your own id of the player who gets what this one has. One who is not known yet is created.',
    example: 'arsenal',
  })
  @IsString()
  @Length(1, LONGEST_PLAYER_ID)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'into must not hold control characters' })
  readonly into: string = '';
}
