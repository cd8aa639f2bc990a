import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

const LONGEST_REASON = 500;

/** What any order about one event says. */
export class EventOrderDto {
  @ApiProperty({ minLength: 1, maxLength: 128, description: 'Whose event.', example: 'arsenal' })
  @IsString()
  @Length(1, 128)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'playerId must not hold control characters' })
  readonly playerId: string = '';

  @ApiProperty({
    minLength: 1,
    maxLength: LONGEST_REASON,
    description: 'Why, for people: it stays with the event.',
    example: 'Played with a hacked client.',
  })
  @IsString()
  @Length(1, LONGEST_REASON)
  @Matches(/\S/u, { message: 'reason must not be blank' })
  readonly reason: string = '';
}
