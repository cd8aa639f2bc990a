import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

const LONGEST_REASON = 500;

@ApiSchema({ name: 'PlayerStatusChange' })
export class ChangeStatusDto {
  @ApiProperty({
    minLength: 1,
    maxLength: LONGEST_REASON,
    description: 'Why, for people: it stays in the player’s history.',
    example: 'Played with a hacked client.',
  })
  @IsString()
  @Length(1, LONGEST_REASON)
  @Matches(/\S/u, { message: 'reason must not be blank' })
  readonly reason: string = '';
}
