import { type EventMessage, type EventRecord, eventRecordId, settlesId } from '@laurel/contracts';
import { parseInstant } from '@laurel/kernel';
import { type SentBody, sameBody } from '@laurel/scoring-domain';
import type { Decoded, DecodedCommand, DecodedEvent, Placed } from './decode.step.js';

/** An event, or a command, that has no effect whatever it says; it is recorded like any other. */
export interface SettledEvent extends Placed {
  readonly kind: 'settled';
  readonly status: 'duplicate' | 'conflict' | 'late' | 'imported';
  readonly event: EventMessage;
}

export type Deduplicated = Decoded | SettledEvent;

export const recordIdOf = ({ event }: DecodedEvent | DecodedCommand): string => eventRecordId(event);

/**
 * Settles the events whose id was seen before, in an earlier batch (`known`) or earlier in this one. Looking before deciding
 * is safe because the commit demands the checkpoint that the look-up was made at. Same body: a replay; another body: the first
 * wins, and the conflict is recorded. What failed may be sent again; a command that failed, for another reason too.
 *
 * An id is remembered as long as records are kept. An event that happened longer ago could have been counted and forgotten.
 *
 * @param maxAgeMs how long records are kept at least
 */
export function deduplicate(
  messages: readonly Decoded[],
  known: ReadonlyMap<string, readonly EventRecord[]>,
  maxAgeMs: number,
): Deduplicated[] {
  const firstBodies = new Map<string, SentBody>();
  const failedBodies = new Map<string, SentBody>();
  for (const [id, records] of known) {
    const first = records.find(settlesId);
    const failed = records.find(({ status }) => status === 'failed');
    if (first) firstBodies.set(id, bodyOf(first));
    else if (failed) failedBodies.set(id, bodyOf(failed));
  }
  return messages.map((message) => {
    if (message.kind !== 'event' && message.kind !== 'command') return message;
    const id = recordIdOf(message);
    const body = bodyOf(message.event);
    const first = firstBodies.get(id);
    if (first) return settle(message, sameBody(first, body) ? 'duplicate' : 'conflict');
    const failed = failedBodies.get(id);
    if (failed && message.kind === 'event' && !sameBody(failed, body)) return settle(message, 'conflict');
    firstBodies.set(id, body);
    if (message.event.imported) return settle(message, 'imported');
    const isLate = message.kind === 'event' && message.now - message.event.occurredAt > maxAgeMs;
    return isLate ? settle(message, 'late') : message;
  });
}

const settle = (
  { offset, now, event }: DecodedEvent | DecodedCommand,
  status: SettledEvent['status'],
): SettledEvent => ({
  kind: 'settled',
  offset,
  now,
  status,
  event,
});

const bodyOf = ({
  type,
  sentOccurredAt,
  properties,
}: Pick<EventRecord, 'type' | 'sentOccurredAt' | 'properties'>): SentBody => ({
  type,
  sentAt: sentOccurredAt === undefined ? undefined : parseInstant(sentOccurredAt),
  properties,
});
