import type { EventRecord, RecordedEffect } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import type { AttemptDto, DecidedEventDto, EffectDto } from './get-event.dto.js';

/** Later messages under an id that are shown, the newest: a client that re-sends for ever must not make the answer grow. */
const MAX_ATTEMPTS = 20;

/** @param records all records of one event, in the order of the log; at least one */
export function describeEvent(records: readonly [EventRecord, ...EventRecord[]]): DecidedEventDto {
  const decisive = decisiveOf(records);
  const attempts = records.filter((record) => record !== decisive).slice(-MAX_ATTEMPTS);
  return { ...describeRecord(decisive), attempts: attempts.map(describeAttempt) };
}

/** The record that says what became of the event: the first that was not a failure, else the last try. */
function decisiveOf(records: readonly [EventRecord, ...EventRecord[]]): EventRecord {
  const settled = records.find(({ status }) => status === 'processed' || status === 'late');
  return settled ?? records.findLast(({ status }) => status === 'failed') ?? records[0];
}

/** A record as clients see it: without its workspace, times as ISO 8601. */
function describeRecord(record: EventRecord): Omit<DecidedEventDto, 'attempts'> {
  const { eventId, playerId, type, status, failure, release, rules, effects, partition, offset } = record;
  return {
    eventId,
    playerId,
    type,
    status,
    ...(failure ? { failure } : {}),
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

const describeEffect = (effect: RecordedEffect): EffectDto =>
  effect.kind === 'standing'
    ? { ...effect, board: boardKeyOf(effect.board), reachedAt: toIso(effect.reachedAt) }
    : effect;
