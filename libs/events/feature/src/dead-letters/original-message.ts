import { type EventMessage, commandOfEvent } from '@laurel/contracts';
import { type Result, err, ok } from '@laurel/kernel';
import { type OpenedLetter, parseObject } from './dead-letter.js';

/** The letter holds too little: the message has to be fetched from the events topic. */
export const INCOMPLETE = 'incomplete';

/** The bytes that were processed in vain, from what the letter holds of them. */
export function originalValue({ value, truncated }: OpenedLetter): Result<Buffer, string> {
  if (truncated) return err(INCOMPLETE);
  if (!value || value.length === 0) return err('the message was empty');
  const content = parseObject(value);
  if (!content || content['kind'] !== undefined) return ok(value);
  const event = eventOf(content);
  // What a command led to is recorded as an event, which only the command itself may be again.
  return ok(event ? Buffer.from(JSON.stringify(commandOfEvent(event) ?? event)) : value);
}

/** The letter of an event that failed holds its record: the message again, as the gateway wrote it. */
function eventOf(record: Readonly<Record<string, unknown>>): EventMessage | undefined {
  const { workspace, eventId, type, playerId, occurredAt, sentOccurredAt, receivedAt, properties, client } = record;
  if (![workspace, eventId, type, playerId].every((text) => typeof text === 'string')) return undefined;
  if (typeof occurredAt !== 'number' || typeof receivedAt !== 'number') return undefined;
  if (typeof properties !== 'object' || properties === null) return undefined;
  return {
    v: 1,
    kind: 'event',
    workspace: String(workspace),
    eventId: String(eventId),
    type: String(type),
    playerId: String(playerId),
    occurredAt,
    ...(typeof sentOccurredAt === 'string' ? { sentOccurredAt } : {}),
    receivedAt,
    properties: properties as Record<string, unknown>,
    ...(client === true ? { client } : {}),
  };
}

/** Whether a message of the log is the one that the letter holds the beginning of: topics may have been created anew. */
export function isOriginal(letter: OpenedLetter, { value }: { readonly value: Buffer | null }): boolean {
  const held = letter.value;
  if (!held || !value) return false;
  if (value.subarray(0, held.length).equals(held)) return true;
  const eventId = parseObject(value)?.['eventId'];
  return typeof eventId === 'string' && held.includes(`"eventId":${JSON.stringify(eventId)}`);
}
