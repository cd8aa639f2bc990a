import {
  type EventRecord,
  type RecordedEffect,
  type ReplyTo,
  eventRecordId,
  joinId,
  settlesId,
} from '@laurel/contracts';
import type { Decoded, DecodedCommand, DecodedEvent } from '../pipeline/decode.step.js';

/** An event, or a command, whose outcome somebody waits for. */
export interface AwaitedEvent {
  readonly replyTo: ReplyTo;
  /** What became of the message. */
  readonly own: EventRecord;
  /** What is told of it: its own record, for a duplicate that of the event it repeats. */
  readonly told: EventRecord;
}

export type Standing = Extract<RecordedEffect, { kind: 'standing' }>;

/** The events of a batch that somebody waits for, each with what became of it. */
export function awaitedEvents(
  messages: readonly Decoded[],
  records: readonly EventRecord[],
  known: ReadonlyMap<string, readonly EventRecord[]>,
): AwaitedEvent[] {
  const waiting = messages.filter(isAwaited);
  if (waiting.length === 0) return [];
  const byOffset = new Map(records.map((record) => [record.offset, record]));
  const firsts = new Map<string, EventRecord>();
  for (const record of records) {
    const id = eventRecordId(record);
    if (isFirst(record) && !firsts.has(id)) firsts.set(id, record);
  }
  return waiting.flatMap(({ offset, event: { replyTo } }) => {
    const own = byOffset.get(offset);
    if (!own || !replyTo) return [];
    const id = eventRecordId(own);
    const first = known.get(id)?.find(settlesId) ?? firsts.get(id);
    return [{ replyTo, own, told: own.status === 'duplicate' ? (first ?? own) : own }];
  });
}

/** Boards and windows that an event changed, each once. */
export function standingsOf({ own: { effects } }: AwaitedEvent): Standing[] {
  const standings = new Map<string, Standing>();
  for (const effect of effects) {
    if (effect.kind === 'standing') standings.set(joinId(effect.board, effect.window), effect);
  }
  return [...standings.values()];
}

/** Only gateways write it, but a message may come from anywhere: an address that is none is no address. */
function isAwaited(message: Decoded): message is DecodedEvent | DecodedCommand {
  if (message.kind !== 'event' && message.kind !== 'command') return false;
  const { instance, correlation } = message.event.replyTo ?? {};
  return isText(instance) && isText(correlation);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;

const isFirst = ({ status }: EventRecord): boolean => status !== 'duplicate' && status !== 'conflict';
