import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { PassedBoundDto, ReceiptDto } from '../get-event/recorded-event.dto.js';
import type { Receipt } from '../get-event/receipt.js';
import { EventOrderDto } from '../order-event/event-order.dto.js';
import { LONGEST_CURSOR } from './quarantine-cursor.js';

export class ListQuarantineDto {
  @ApiProperty({ required: false, type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 20;

  @ApiProperty({ required: false, maxLength: 128, description: 'Only of this player.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly playerId?: string;

  @ApiProperty({ required: false, maxLength: 64, description: 'Only events of this type.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly type?: string;

  @ApiProperty({ required: false, maxLength: 63, description: 'Only those that passed a bound of this stat.' })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  readonly stat?: string;

  @ApiProperty({
    required: false,
    maxLength: LONGEST_CURSOR,
    description: 'The `next` of a list with the same filters.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  readonly cursor?: string;
}

/** An event that waits for a review. */
@ApiSchema({ name: 'QuarantinedEvent' })
export class QuarantinedEventDto extends PassedBoundDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ example: 'match_played' })
  readonly type: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly occurredAt: string = '';

  @ApiProperty({ format: 'date-time', description: 'Since when it waits.' })
  readonly heldAt: string = '';
}

/** Events that wait for a review, the longest waiting first. */
@ApiSchema({ name: 'Quarantine' })
export class QuarantineDto {
  @ApiProperty({ type: [QuarantinedEventDto] })
  readonly entries: readonly QuarantinedEventDto[] = [];

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many wait in all, of those that were asked for.' })
  readonly waiting: number = 0;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of those that wait less long; null at the end.' })
  readonly next: string | null = null;
}

@ApiSchema({ name: 'ReviewEvent' })
export class ReviewEventDto extends EventOrderDto {}

/** A review that the event log has. */
@ApiSchema({ name: 'ReviewAccepted' })
export class ReviewAcceptedDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({
    description: 'The review’s own id: an event of that id tells what it led to.',
    example: 'laurel.review.match-2014-08-16-arsenal',
  })
  readonly commandId: string = '';

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: ReceiptDto, description: 'Where the event log has the review.' })
  readonly receipt: Receipt = new ReceiptDto();
}
