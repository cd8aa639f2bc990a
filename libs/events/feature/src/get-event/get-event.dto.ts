import type { EventStatus } from '@laurel/contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { RECEIPT_PATTERN, type Receipt } from './receipt.js';
import { EFFECTS, type EffectDto, ReceiptDto, RecordedEventDto } from './recorded-event.dto.js';

export class GetEventQueryDto {
  @ApiProperty({
    required: false,
    maxLength: 128,
    description: 'Whose event. Needed where several players used the same id.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly playerId?: string;

  @ApiProperty({
    required: false,
    pattern: RECEIPT_PATTERN.source,
    description:
      'The receipt of the 202, `<partition>:<offset>`: with it, an event that was accepted and not decided yet is told from one ' +
      'that never was.',
    example: '3:1042',
  })
  @IsOptional()
  @Matches(RECEIPT_PATTERN, { message: 'receipt must be <partition>:<offset>' })
  readonly receipt?: string;
}

export class AttemptDto {
  @ApiProperty({
    enum: ['duplicate', 'conflict', 'failed'],
    description:
      '`duplicate`: the same was sent again. `conflict`: something else was sent under this id. `failed`: it could not be ' +
      'decided then, and was sent again. None had an effect.',
  })
  readonly status: EventStatus = 'duplicate';

  @ApiProperty({ type: ReceiptDto })
  readonly receipt: Receipt = new ReceiptDto();

  @ApiProperty({ format: 'date-time' })
  readonly at: string = '';
}

/** That and why an event was taken back. */
export class VoidedDto {
  @ApiProperty({ format: 'date-time' })
  readonly at: string = '';

  @ApiProperty({ example: 'Played with a hacked client.' })
  readonly reason: string = '';

  @ApiProperty({ description: 'Id of the key that ordered it.' })
  readonly by: string = '';

  @ApiProperty({
    description: 'The void’s own id: an event of that id tells what it changed.',
    example: 'laurel.void.match-2014-08-16-arsenal',
  })
  readonly commandId: string = '';
}

/** What a review made of an event that was held back. */
@ApiExtraModels(...EFFECTS)
export class ReviewDto {
  @ApiProperty({ enum: ['released', 'rejected'], description: '`rejected`: it never counts.' })
  readonly verdict: 'released' | 'rejected' = 'released';

  @ApiProperty({ format: 'date-time' })
  readonly at: string = '';

  @ApiProperty({ example: 'The tournament counts double.' })
  readonly reason: string = '';

  @ApiProperty({ description: 'Id of the key that ordered it.' })
  readonly by: string = '';

  @ApiProperty({
    description: 'The review’s own id: an event of that id is its record.',
    example: 'laurel.review.match-2014-08-16-arsenal',
  })
  readonly commandId: string = '';

  @ApiProperty({
    type: 'array',
    items: { oneOf: EFFECTS.map((effect) => ({ $ref: getSchemaPath(effect) })) },
    description: 'What the event led to when it was let in.',
  })
  readonly effects: readonly EffectDto[] = [];
}

/** An event that is in the log and not decided yet. */
export class AcceptedEventDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: ReceiptDto })
  readonly receipt: Receipt = new ReceiptDto();
}

/** A decided event, with what else was sent under its id. */
export class DecidedEventDto extends RecordedEventDto {
  @ApiProperty({
    enum: ['processed', 'late', 'imported', 'quarantined', 'failed'],
    description:
      '`late`: it happened longer ago than ids are remembered, and has no effect. `imported`: it happened in another system, ' +
      'and has no effect here. `quarantined`: it waits, or waited, for a review, and what that led to is in `review`. `failed`: it could not be decided, has no effect, and may be sent again.',
  })
  override readonly status: EventStatus = 'processed';

  @ApiProperty({
    required: false,
    type: VoidedDto,
    description: 'It was taken back: its effects do not count any more.',
  })
  readonly voided?: VoidedDto;

  @ApiProperty({ required: false, type: ReviewDto, description: 'It was held back, and somebody looked at it.' })
  readonly review?: ReviewDto;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What was sent with it.',
    example: { goalsFor: 2, goalsAgainst: 1 },
  })
  readonly properties: Readonly<Record<string, unknown>> = {};

  @ApiProperty({ type: [AttemptDto], description: 'Other messages of the same id and player, the newest 20.' })
  readonly attempts: readonly AttemptDto[] = [];
}
