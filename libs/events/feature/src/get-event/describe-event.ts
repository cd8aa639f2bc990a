import {
  type EventRecord,
  type EventReviewedProperties,
  type RecordedEffect,
  type VoidProperties,
  settlesId,
} from '@laurel/contracts';
import { EVENT_RELEASED, toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import { statKeyOf } from '@laurel/rules-domain';
import type { AttemptDto, DecidedEventDto, ReviewDto, VoidedDto } from './get-event.dto.js';
import type { EffectDto, RecordedEventDto } from './recorded-event.dto.js';

/** Later messages under an id that are shown, the newest: a client that re-sends for ever must not make the answer grow. */
const MAX_ATTEMPTS = 20;

/**
 * @param records all records of one event, in the order of the log; at least one
 * @param voiding the record of the void that took it back, if one did
 * @param review the record of its review, where it was held back and there was one
 */
export function describeEvent(
  records: readonly [EventRecord, ...EventRecord[]],
  voiding: EventRecord | undefined,
  review?: EventRecord,
): DecidedEventDto {
  const decisive = decisiveOf(records);
  const attempts = records.filter((record) => record !== decisive).slice(-MAX_ATTEMPTS);
  return {
    ...describeRecord(decisive),
    properties: decisive.properties,
    ...(review ? { review: describeReview(review) } : {}),
    ...(voiding ? { voided: describeVoid(voiding) } : {}),
    attempts: attempts.map(describeAttempt),
  };
}

/** The record that says what became of the event: the first that was not a failure, else the last try. */
function decisiveOf(records: readonly [EventRecord, ...EventRecord[]]): EventRecord {
  const settled = records.find(settlesId);
  return settled ?? records.findLast(({ status }) => status === 'failed') ?? records[0];
}

/** A record as clients see it: without its workspace, times as ISO 8601. */
export function describeRecord(record: Omit<EventRecord, 'properties'>): RecordedEventDto {
  const { eventId, playerId, type, status, failure, heldBack, release, rules, effects, partition, offset } = record;
  return {
    eventId,
    playerId,
    type,
    status,
    ...(failure ? { failure } : {}),
    ...(heldBack ? { heldBack } : {}),
    release,
    rules,
    effects: effects.map(describeEffect),
    occurredAt: toIso(record.occurredAt),
    receivedAt: toIso(record.receivedAt),
    decidedAt: toIso(record.decidedAt),
    receipt: { partition, offset },
  };
}

const describeAttempt = ({ status, partition, offset, decidedAt }: EventRecord): AttemptDto => ({
  status,
  receipt: { partition, offset },
  at: toIso(decidedAt),
});

function describeVoid({ eventId: commandId, decidedAt, properties }: EventRecord): VoidedDto {
  const { reason, by } = properties as Readonly<Record<string, unknown>> & VoidProperties;
  return { at: toIso(decidedAt), reason, by, commandId };
}

function describeReview({ eventId: commandId, type, decidedAt, properties, effects }: EventRecord): ReviewDto {
  const { reason, by } = properties as Readonly<Record<string, unknown>> & EventReviewedProperties;
  const verdict = type === EVENT_RELEASED ? 'released' : 'rejected';
  return { verdict, at: toIso(decidedAt), reason, by, commandId, effects: effects.map(describeEffect) };
}

/** Boards and stats by the keys that operators gave them. */
function describeEffect(effect: RecordedEffect): EffectDto {
  switch (effect.kind) {
    case 'standing':
      return { ...effect, board: boardKeyOf(effect.board), reachedAt: toIso(effect.reachedAt) };
    case 'removal':
      return { ...effect, board: boardKeyOf(effect.board) };
    case 'restatement':
      return { ...effect, stat: statKeyOf(effect.stat) };
    case 'handed_over': {
      const { kind, into, what } = effect;
      const stats = Object.entries(what.stats).map(([id, { value }]): [string, number] => [statKeyOf(id), value]);
      return { kind, into, stats: Object.fromEntries(stats), balances: what.balances };
    }
    case 'record':
    case 'award':
    case 'spend':
    case 'reversal':
    case 'set':
    case 'title':
    case 'item':
    case 'emit':
    case 'refused':
      return effect;
  }
}
