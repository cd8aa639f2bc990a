import type { EventRecord, RecordedEffect } from '@laurel/contracts';
import { toIso } from '@laurel/kernel';
import { boardKeyOf } from '@laurel/leaderboards-domain';
import type { DecidedEventDto, EffectDto } from './get-event.dto.js';

/** A record as clients see it: without its workspace, times as ISO 8601. */
export function describeEvent(record: EventRecord): DecidedEventDto {
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
    attempts: (record.attempts ?? []).map((attempt) => ({
      status: attempt.status,
      receipt: { partition: attempt.partition, offset: attempt.offset },
      at: toIso(attempt.at),
    })),
  };
}

const describeEffect = (effect: RecordedEffect): EffectDto =>
  effect.kind === 'standing'
    ? { ...effect, board: boardKeyOf(effect.board), reachedAt: toIso(effect.reachedAt) }
    : effect;
