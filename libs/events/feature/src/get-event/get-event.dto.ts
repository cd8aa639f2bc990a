import type { EventStatus, RuleVerdict } from '@laurel/contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { RECEIPT_PATTERN, type Receipt } from './receipt.js';

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

class ReceiptDto implements Receipt {
  @ApiProperty({ type: 'integer', minimum: 0, example: 3 })
  readonly partition: number = 0;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1042 })
  readonly offset: number = 0;
}

class RuleVerdictDto implements RuleVerdict {
  @ApiProperty({ description: 'Key of the rule.', example: 'win' })
  readonly rule: string = '';

  @ApiProperty()
  readonly matched: boolean = false;

  @ApiProperty({ required: false, description: 'Why it did not match; absent when it did.' })
  readonly reason?: string;
}

class RecordEffectDto {
  @ApiProperty({ enum: ['record'] })
  readonly kind = 'record' as const;

  @ApiProperty({ description: 'Key of the rule.' })
  readonly rule: string = '';

  @ApiProperty({ description: 'Key of the stat.', example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ type: 'integer', description: 'What the event recorded.' })
  readonly amount: number = 0;

  @ApiProperty({ type: 'integer', description: 'The stat afterwards.' })
  readonly value: number = 0;
}

class AwardEffectDto {
  @ApiProperty({ enum: ['award'] })
  readonly kind = 'award' as const;

  @ApiProperty({ description: 'Key of the rule.' })
  readonly rule: string = '';

  @ApiProperty({ description: 'Key of the currency.', example: 'coins' })
  readonly currency: string = '';

  @ApiProperty({ type: 'integer' })
  readonly amount: number = 0;

  @ApiProperty({ type: 'integer', description: 'The balance afterwards.' })
  readonly balance: number = 0;
}

class StandingEffectDto {
  @ApiProperty({ enum: ['standing'] })
  readonly kind = 'standing' as const;

  @ApiProperty({ description: 'Key of the leaderboard.', example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2014-15' })
  readonly window: string = '';

  @ApiProperty({ type: 'integer', description: 'The player’s score afterwards.' })
  readonly score: number = 0;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'Tie columns afterwards, in the order the leaderboard declares.',
  })
  readonly columns: readonly number[] = [];

  @ApiProperty({ format: 'date-time' })
  readonly reachedAt: string = '';
}

class RefusedEffectDto {
  @ApiProperty({ enum: ['refused'] })
  readonly kind = 'refused' as const;

  @ApiProperty({ description: 'Key of the rule.' })
  readonly rule: string = '';

  @ApiProperty({ description: 'Why the effect could not be applied.' })
  readonly code: string = '';

  @ApiProperty()
  readonly detail: string = '';
}

export type EffectDto = RecordEffectDto | AwardEffectDto | StandingEffectDto | RefusedEffectDto;

class FailureDto {
  @ApiProperty()
  readonly code: string = '';

  @ApiProperty()
  readonly detail: string = '';
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

/** An event that is in the log and not decided yet. */
export class AcceptedEventDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: ReceiptDto })
  readonly receipt: Receipt = new ReceiptDto();
}

/** A decided event. */
@ApiExtraModels(RecordEffectDto, AwardEffectDto, StandingEffectDto, RefusedEffectDto)
export class DecidedEventDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ example: 'match_played' })
  readonly type: string = '';

  @ApiProperty({
    enum: ['processed', 'late', 'failed'],
    description:
      '`late`: it happened longer ago than ids are remembered, and has no effect. `failed`: it could not be decided, has no ' +
      'effect, and may be sent again.',
  })
  readonly status: EventStatus = 'processed';

  @ApiProperty({ required: false, type: FailureDto, description: 'Cause of a `failed`.' })
  readonly failure?: FailureDto;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The release that decided it; 0 where there was none.' })
  readonly release: number = 0;

  @ApiProperty({
    type: [RuleVerdictDto],
    description: 'The rules for this type of event: which matched, and why others did not.',
  })
  readonly rules: readonly RuleVerdict[] = [];

  @ApiProperty({
    type: 'array',
    items: {
      oneOf: [RecordEffectDto, AwardEffectDto, StandingEffectDto, RefusedEffectDto].map((effect) => ({
        $ref: getSchemaPath(effect),
      })),
    },
    description: 'What it changed, in order.',
  })
  readonly effects: readonly EffectDto[] = [];

  @ApiProperty({ format: 'date-time', description: 'When it happened.' })
  readonly occurredAt: string = '';

  @ApiProperty({ format: 'date-time', description: 'When the gateway had it.' })
  readonly receivedAt: string = '';

  @ApiProperty({ format: 'date-time', description: 'The time it was decided by: when the event log had it.' })
  readonly decidedAt: string = '';

  @ApiProperty({ type: ReceiptDto })
  readonly receipt: Receipt = new ReceiptDto();

  @ApiProperty({ type: [AttemptDto], description: 'Other messages of the same id and player, the newest 20.' })
  readonly attempts: readonly AttemptDto[] = [];
}
