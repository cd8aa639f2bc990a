import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { RECEIPT_PATTERN, type Receipt } from '../get-event/receipt.js';
import { ReceiptDto } from '../get-event/recorded-event.dto.js';
import { EventOrderDto } from '../order-event/event-order.dto.js';

@ApiSchema({ name: 'VoidEvent' })
export class VoidEventDto extends EventOrderDto {}

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
