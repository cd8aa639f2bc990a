import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { RECEIPT_PATTERN, type Receipt } from '../get-event/receipt.js';
import { ReceiptDto } from '../get-event/recorded-event.dto.js';

const LONGEST_REASON = 500;

@ApiSchema({ name: 'VoidEvent' })
export class VoidEventDto {
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

export class VoidEventQueryDto {
  @ApiProperty({
    required: false,
    pattern: RECEIPT_PATTERN.source,
    description:
      'The receipt of the event’s 202, `<partition>:<offset>`: with it, an event that is not decided yet can be voided too.',
    example: '3:1042',
  })
  @IsOptional()
  @Matches(RECEIPT_PATTERN, { message: 'receipt must be <partition>:<offset>' })
  readonly receipt?: string;
}

/** A void that the event log has. */
export class VoidAcceptedDto {
  @ApiProperty({ description: 'The event that is taken back.', example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({
    description: 'The void’s own id: an event of that id tells what it changed.',
    example: 'laurel.void.match-2014-08-16-arsenal',
  })
  readonly commandId: string = '';

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: ReceiptDto, description: 'Where the event log has the void.' })
  readonly receipt: Receipt = new ReceiptDto();
}
