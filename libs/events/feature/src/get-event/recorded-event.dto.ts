import type { EventStatus, RuleVerdict } from '@laurel/contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Receipt } from './receipt.js';

const PLAIN_VALUE = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };

const OF_EMITTED = {
  required: false,
  description: 'Id of the emitted event that it is of; absent for the one that was sent.',
  example: 'match-2014-08-16-arsenal~win~1',
};

/** What can become of a message of the event log. */
export const EVENT_STATUSES: readonly EventStatus[] = [
  'processed',
  'duplicate',
  'conflict',
  'late',
  'imported',
  'quarantined',
  'failed',
];

export class ReceiptDto implements Receipt {
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

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
}

const UNITS = 'In units of its scale: 9999 under a scale of 2 is 99.99.';

class BoostedDto {
  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'The amount without boosts; absent where none applied.',
  })
  readonly base?: number;

  @ApiProperty({
    type: [String],
    required: false,
    description: 'Keys of the boosts that applied.',
    example: ['may-days'],
  })
  readonly boosts?: readonly string[];
}

class RecordEffectDto extends BoostedDto {
  @ApiProperty({ enum: ['record'] })
  readonly kind = 'record' as const;

  @ApiProperty({ description: 'Key of the rule.' })
  readonly rule: string = '';

  @ApiProperty({ description: 'Key of the stat.', example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ type: 'integer', description: `What the event recorded. ${UNITS}` })
  readonly amount: number = 0;

  @ApiProperty({ type: 'integer', description: 'The stat afterwards.' })
  readonly value: number = 0;

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
}

class AwardEffectDto extends BoostedDto {
  @ApiProperty({ enum: ['award', 'spend'], description: '`spend` took the amount out of the wallet.' })
  readonly kind: 'award' | 'spend' = 'award';

  @ApiProperty({ description: 'Key of the rule.' })
  readonly rule: string = '';

  @ApiProperty({ description: 'Key of the currency.', example: 'coins' })
  readonly currency: string = '';

  @ApiProperty({ type: 'integer', description: `What was paid or spent. ${UNITS}` })
  readonly amount: number = 0;

  @ApiProperty({ type: 'integer', description: 'The balance afterwards.' })
  readonly balance: number = 0;

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
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

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
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

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
}

class SetEffectDto {
  @ApiProperty({ enum: ['set'] })
  readonly kind = 'set' as const;

  @ApiProperty({ description: 'Key of the rule; empty where a void changed the attribute.' })
  readonly rule: string = '';

  @ApiProperty({ description: 'Key of the attribute.', example: 'tier' })
  readonly attribute: string = '';

  @ApiProperty({
    ...PLAIN_VALUE,
    nullable: true,
    description: 'The attribute afterwards; null where it was taken away.',
  })
  readonly value: string | number | boolean | null = null;

  @ApiProperty({ ...PLAIN_VALUE, required: false, description: 'The attribute before; absent where there was none.' })
  readonly before?: string | number | boolean;

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
}

class TitleEffectDto {
  @ApiProperty({ enum: ['title'] })
  readonly kind = 'title' as const;

  @ApiProperty({ description: '`laurel.grant`; empty where a merge brought it.' })
  readonly rule: string = '';

  @ApiProperty({ example: 'champion' })
  readonly title: string = '';

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How often the player was given it; 0 where it is gone.' })
  readonly times: number = 0;

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
}

class ItemEffectDto {
  @ApiProperty({ enum: ['item'] })
  readonly kind = 'item' as const;

  @ApiProperty({ description: '`laurel.grant`; empty where a merge brought it.' })
  readonly rule: string = '';

  @ApiProperty({ example: 'chest' })
  readonly item: string = '';

  @ApiProperty({ type: 'integer', description: 'How many were given; less than 0 where they were taken back.' })
  readonly quantity: number = 0;

  @ApiProperty({ type: 'integer', description: 'How many the player has afterwards; below zero it is a debt.' })
  readonly count: number = 0;

  @ApiProperty(OF_EMITTED)
  readonly event?: string;
}

class EmitEffectDto {
  @ApiProperty({ enum: ['emit'] })
  readonly kind = 'emit' as const;

  @ApiProperty({ description: 'Key of the rule.' })
  readonly rule: string = '';

  @ApiProperty({
    description: 'Id of the event that followed: that of the event it followed from, the rule, and a number.',
    example: 'match-2014-08-16-arsenal~win~1',
  })
  readonly event: string = '';

  @ApiProperty({ description: 'Type of the event that followed.', example: 'level_up' })
  readonly type: string = '';

  @ApiProperty({
    type: 'object',
    additionalProperties: { ...PLAIN_VALUE, nullable: true },
    description: 'Properties of the event that followed.',
    example: { level: 3 },
  })
  readonly properties: Readonly<Record<string, string | number | boolean | null>> = {};

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 4,
    description: '1 for what followed from the event that was sent.',
  })
  readonly depth: number = 1;
}

class RestatementEffectDto {
  @ApiProperty({ enum: ['restatement'] })
  readonly kind = 'restatement' as const;

  @ApiProperty({ description: 'Key of the stat.', example: 'points' })
  readonly stat: string = '';

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The stat without the voided event; null where nothing of it remains.',
  })
  readonly value: number | null = null;
}

class ReversalEffectDto {
  @ApiProperty({ enum: ['reversal'] })
  readonly kind = 'reversal' as const;

  @ApiProperty({ description: 'Key of the currency.', example: 'coins' })
  readonly currency: string = '';

  @ApiProperty({ type: 'integer', description: 'What balances the voided event out: mostly negative.' })
  readonly amount: number = 0;

  @ApiProperty({ type: 'integer', description: 'The balance afterwards; below zero it is a debt.' })
  readonly balance: number = 0;
}

class RemovalEffectDto {
  @ApiProperty({ enum: ['removal'] })
  readonly kind = 'removal' as const;

  @ApiProperty({ description: 'Key of the leaderboard that the player left.', example: 'premier-league' })
  readonly board: string = '';

  @ApiProperty({ description: 'Key of the window.', example: '2014-15' })
  readonly window: string = '';
}

class HandedOverEffectDto {
  @ApiProperty({ enum: ['handed_over'] })
  readonly kind = 'handed_over' as const;

  @ApiProperty({ description: 'The player who has it from now on.', example: 'arsenal' })
  readonly into: string = '';

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'By the key of the stat.',
    example: { points: 75 },
  })
  readonly stats: Readonly<Record<string, number>> = {};

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'By the key of the currency.',
    example: { coins: 71 },
  })
  readonly balances: Readonly<Record<string, number>> = {};
}

/** What an event can have led to. */
export const EFFECTS = [
  RecordEffectDto,
  AwardEffectDto,
  StandingEffectDto,
  SetEffectDto,
  TitleEffectDto,
  ItemEffectDto,
  EmitEffectDto,
  RefusedEffectDto,
  RestatementEffectDto,
  ReversalEffectDto,
  RemovalEffectDto,
  HandedOverEffectDto,
];

export type EffectDto = InstanceType<(typeof EFFECTS)[number]>;

class FailureDto {
  @ApiProperty()
  readonly code: string = '';

  @ApiProperty()
  readonly detail: string = '';
}

export class PassedBoundDto {
  @ApiProperty({ description: 'Key of the stat.', example: 'points' })
  readonly stat: string = '';

  @ApiProperty({ enum: ['min', 'max', 'perHour'] })
  readonly bound: 'min' | 'max' | 'perHour' = 'max';

  @ApiProperty({ type: 'integer', example: 100 })
  readonly limit: number = 0;

  @ApiProperty({ type: 'integer', description: 'What it records, or the hour comes to with it.', example: 150 })
  readonly amount: number = 0;
}

/** What one message of the event log led to. */
@ApiExtraModels(...EFFECTS)
export class RecordedEventDto {
  @ApiProperty({ example: 'match-2014-08-16-arsenal' })
  readonly eventId: string = '';

  @ApiProperty({ example: 'arsenal' })
  readonly playerId: string = '';

  @ApiProperty({ example: 'match_played' })
  readonly type: string = '';

  @ApiProperty({
    enum: [...EVENT_STATUSES],
    description:
      '`processed`: decided, with all its effects. `duplicate`: the same was sent before under this id. `conflict`: something ' +
      'else was sent before under this id. `late`: it happened longer ago than ids are remembered. `imported`: it happened in another ' +
      'system. `quarantined`: it would have passed a bound of plausibility, and waits for a review. `failed`: it could not be ' +
      'decided, and may be sent again. Only `processed` has effects.',
  })
  readonly status: EventStatus = 'processed';

  @ApiProperty({ required: false, type: FailureDto, description: 'Cause of a `failed`.' })
  readonly failure?: FailureDto;

  @ApiProperty({ required: false, type: PassedBoundDto, description: 'Why it is `quarantined`.' })
  readonly heldBack?: PassedBoundDto;

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
      oneOf: EFFECTS.map((effect) => ({ $ref: getSchemaPath(effect) })),
    },
    description:
      'What it changed, in order. `restatement`, `reversal` and `removal` are of voids (`laurel.event_voided`), of merges of ' +
      'players and of grants that are taken back alone.',
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
}
