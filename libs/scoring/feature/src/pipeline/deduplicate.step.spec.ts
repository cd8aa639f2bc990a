import type { EventMessage, EventRecord, EventStatus } from '@laurel/contracts';
import type { Decoded, DecodedCommand, DecodedEvent } from './decode.step.js';
import { type Deduplicated, deduplicate, recordIdOf } from './deduplicate.step.js';

const MAX_AGE_MS = 10_000;

const event = (offset: number, more: Partial<EventMessage> = {}): DecodedEvent => ({
  kind: 'event',
  offset,
  now: 100 + offset,
  event: {
    v: 1,
    kind: 'event',
    workspace: 'ws_1',
    eventId: 'e1',
    type: 'scored',
    playerId: 'anna',
    occurredAt: 10,
    receivedAt: 20 + offset,
    properties: { amount: 3 },
    ...more,
  },
});

/** The record that an event left when it was decided. */
function recordOf(decoded: DecodedEvent, status: EventStatus = 'processed'): EventRecord {
  const { v: _, kind: __, ...sent } = decoded.event;
  return {
    ...sent,
    decidedAt: decoded.now,
    partition: 3,
    epoch: 1,
    offset: decoded.offset,
    release: 1,
    status,
    rules: [],
    effects: [],
  };
}

const command = (offset: number, reason = 'a mistake'): DecodedCommand => ({
  kind: 'command',
  offset,
  now: 100 + offset,
  command: {
    v: 1,
    kind: 'command',
    command: 'void',
    workspace: 'ws_1',
    playerId: 'anna',
    commandId: 'laurel.void.e1',
    target: 'e1',
    reason,
    by: 'key_1',
    receivedAt: 20,
  },
  event: event(offset, {
    eventId: 'laurel.void.e1',
    type: 'laurel.event_voided',
    properties: { eventId: 'e1', reason, by: 'key_1' },
  }).event,
});

const known = (...decoded: DecodedEvent[]) => new Map(decoded.map((each) => [recordIdOf(each), [recordOf(each)]]));
const verdictOf = (message: Deduplicated): string => (message.kind === 'settled' ? message.status : message.kind);
const verdictsOf = (messages: readonly Decoded[], records: ReadonlyMap<string, readonly EventRecord[]> = known()) =>
  deduplicate(messages, records, MAX_AGE_MS).map(verdictOf);

describe('deduplicating', () => {
  it('lets new events through in order', () => {
    const messages = [event(0), event(1, { eventId: 'e2' }), event(2, { eventId: 'e3' })];

    expect(deduplicate(messages, known(), MAX_AGE_MS)).toEqual(messages);
  });

  it('settles an event that an earlier batch has recorded', () => {
    const again = event(8);

    expect(deduplicate([again, event(9, { eventId: 'e2' })], known(event(1)), MAX_AGE_MS)).toEqual([
      { kind: 'settled', status: 'duplicate', offset: 8, now: 108, event: again.event },
      event(9, { eventId: 'e2' }),
    ]);
  });

  it('settles an event that comes again in one batch', () => {
    expect(verdictsOf([event(0), event(1), event(2)])).toEqual(['event', 'duplicate', 'duplicate']);
  });

  it.each<[string, Partial<EventMessage>]>([
    ['another type', { type: 'won' }],
    ['other properties', { properties: { amount: 4 } }],
    ['a time that the first did not have', { sentOccurredAt: '2014-08-16T15:00:00Z' }],
  ])('calls an event of the same id with %s a conflict, and the first stands', (_, other) => {
    expect(verdictsOf([event(0), event(1, other)])).toEqual(['event', 'conflict']);
    expect(verdictsOf([event(1, other)], known(event(0)))).toEqual(['conflict']);
  });

  it('compares every later message with the first, not with each other', () => {
    expect(verdictsOf([event(0), event(1, { type: 'won' }), event(2, { type: 'won' }), event(3)])).toEqual([
      'event',
      'conflict',
      'conflict',
      'duplicate',
    ]);
    const [first, conflict] = [recordOf(event(0)), recordOf(event(1, { type: 'won' }), 'conflict')];
    const records = new Map([[recordIdOf(event(0)), [conflict, first]]]);
    expect(verdictsOf([event(2), event(3, { type: 'won' })], records)).toEqual(['duplicate', 'conflict']);
  });

  it('takes one instant written in two ways for the same', () => {
    const sent = event(0, { sentOccurredAt: '2014-08-16T15:00:00Z' });
    const again = event(1, { sentOccurredAt: '2014-08-16T17:00:00.000+02:00' });

    expect(verdictsOf([sent, again])).toEqual(['event', 'duplicate']);
    expect(verdictsOf([event(1, { sentOccurredAt: '2014-08-16T15:00:01Z' })], known(sent))).toEqual(['conflict']);
  });

  it('leaves out what the gateway filled in: a re-send without a time is the same at any time', () => {
    expect(verdictsOf([event(1, { occurredAt: 99, receivedAt: 999 })], known(event(0)))).toEqual(['duplicate']);
  });

  it('lets an event through that failed before, if it says the same', () => {
    const records = new Map([[recordIdOf(event(0)), [recordOf(event(0), 'failed')]]]);

    expect(verdictsOf([event(1), event(2)], records)).toEqual(['event', 'duplicate']);
    expect(verdictsOf([event(1, { type: 'won' })], records)).toEqual(['conflict']);
  });

  it('lets no event through that failed and then succeeded', () => {
    const records = new Map([[recordIdOf(event(0)), [recordOf(event(0), 'failed'), recordOf(event(1))]]]);

    expect(verdictsOf([event(2)], records)).toEqual(['duplicate']);
  });

  it('gives an event no effect that happened longer ago than ids are remembered', () => {
    const now = 20_000;
    const at = (occurredAt: number, eventId: string): Decoded => ({ ...event(0, { occurredAt, eventId }), now });

    expect(verdictsOf([at(now - MAX_AGE_MS, 'a'), at(now - MAX_AGE_MS - 1, 'b')])).toEqual(['event', 'late']);
  });

  it('tells players and workspaces apart that use the same id', () => {
    const messages = [event(0), event(1, { playerId: 'bea' }), event(2, { workspace: 'ws_2' })];

    expect(deduplicate(messages, known(), MAX_AGE_MS)).toEqual(messages);
  });

  it('lets a command have its effect once, and the first reason stands', () => {
    expect(verdictsOf([command(0), command(1), command(2, 'another')])).toEqual(['command', 'duplicate', 'conflict']);
    const carriedOut = known({ ...event(0), event: command(0).event });
    expect(verdictsOf([command(1), command(2, 'another')], carriedOut)).toEqual(['duplicate', 'conflict']);
  });

  it('lets a command through that failed before, for whatever reason it is given', () => {
    const failed = recordOf({ ...event(0), event: command(0).event }, 'failed');
    const records = new Map([[recordIdOf(command(0)), [failed]]]);

    expect(verdictsOf([command(1, 'another')], records)).toEqual(['command']);
  });

  it('takes an event that was taken back and comes again for the duplicate that it is', () => {
    expect(verdictsOf([event(0), command(1), event(2)])).toEqual(['event', 'command', 'duplicate']);
  });

  it('never touches releases and poison', () => {
    const release = (offset: number): Decoded => ({
      kind: 'release',
      offset,
      now: 1,
      message: { v: 1, kind: 'release', workspace: 'ws_1', release: 1 },
    });
    const poison = (offset: number): Decoded => ({
      kind: 'poison',
      offset,
      now: 1,
      detail: 'the message is empty',
      message: { offset, timestamp: 1, key: null, value: null },
    });
    const messages = [release(0), poison(1), release(2), poison(3)];

    expect(deduplicate(messages, known(), MAX_AGE_MS)).toEqual(messages);
  });
});
