import { type Attempt, type EventRecord, eventRecordId } from '@laurel/contracts';
import { parseInstant } from '@laurel/kernel';
import { type SentBody, sameBody } from '@laurel/scoring-domain';
import type { Decoded, DecodedEvent } from './decode.step.js';

/** An event that was seen before: recorded under the first, without effect. */
export interface RepeatedEvent {
  readonly recordId: string;
  readonly attempt: Attempt;
}

export interface Deduplicated {
  /** The messages without the repeated events, in order. */
  readonly fresh: readonly Decoded[];
  readonly repeated: readonly RepeatedEvent[];
}

export const recordIdOf = ({ event }: DecodedEvent): string =>
  eventRecordId(event.workspace, event.eventId, event.playerId);

/**
 * Takes out the events whose id was seen before, in an earlier batch (`known`) or earlier in this one. Looking before
 * deciding is safe because the commit demands the checkpoint that the look-up was made at. Same body: a replay; another
 * body: the first wins, and the conflict is recorded.
 */
export function deduplicate(
  messages: readonly Decoded[],
  known: ReadonlyMap<string, EventRecord>,
  partition: number,
): Deduplicated {
  const firstBodies = new Map<string, SentBody>(Array.from(known, ([id, record]) => [id, bodyOf(record)]));
  const repeated: RepeatedEvent[] = [];
  const fresh = messages.filter((message) => {
    if (message.kind !== 'event') return true;
    const id = recordIdOf(message);
    const first = firstBodies.get(id);
    if (!first) {
      firstBodies.set(id, bodyOf(message.event));
      return true;
    }
    const status = sameBody(first, bodyOf(message.event)) ? 'duplicate' : 'conflict';
    repeated.push({ recordId: id, attempt: { status, partition, offset: message.offset, at: message.now } });
    return false;
  });
  return { fresh, repeated };
}

const bodyOf = ({
  type,
  sentOccurredAt,
  properties,
}: Pick<EventRecord, 'type' | 'sentOccurredAt' | 'properties'>): SentBody => ({
  type,
  sentAt: sentOccurredAt === undefined ? undefined : parseInstant(sentOccurredAt),
  properties,
});
