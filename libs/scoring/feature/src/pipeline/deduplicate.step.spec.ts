import type { EventMessage, EventRecord } from '@laurel/contracts';
import type { Decoded, DecodedEvent } from './decode.step.js';
import { deduplicate, recordIdOf } from './deduplicate.step.js';

const PARTITION = 3;

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
function recordOf(decoded: DecodedEvent): EventRecord {
  const { v: _, kind: __, ...sent } = decoded.event;
  return {
    ...sent,
    _id: recordIdOf(decoded),
    decidedAt: decoded.now,
    partition: PARTITION,
    epoch: 1,
    offset: decoded.offset,
    release: 1,
    status: 'processed',
    rules: [],
    effects: [],
  };
}

const known = (...decoded: DecodedEvent[]) => new Map(decoded.map((each) => [recordIdOf(each), recordOf(each)]));
const offsetsOf = (messages: readonly Decoded[]) => messages.map(({ offset }) => offset);
const verdictsOf = (messages: readonly Decoded[], records = known()) =>
  deduplicate(messages, records, PARTITION).repeated.map(({ attempt }) => attempt.status);

describe('deduplicating', () => {
  it('lets new events through in order', () => {
    const messages = [event(0), event(1, { eventId: 'e2' }), event(2, { eventId: 'e3' })];

    expect(deduplicate(messages, known(), PARTITION)).toEqual({ fresh: messages, repeated: [] });
  });

  it('takes out an event that an earlier batch has recorded, and notes the attempt under the first', () => {
    const again = event(8);

    const { fresh, repeated } = deduplicate([again, event(9, { eventId: 'e2' })], known(event(1)), PARTITION);

    expect(offsetsOf(fresh)).toEqual([9]);
    expect(repeated).toEqual([
      { recordId: recordIdOf(again), attempt: { status: 'duplicate', partition: PARTITION, offset: 8, at: 108 } },
    ]);
  });

  it('takes out an event that comes twice in one batch', () => {
    expect(offsetsOf(deduplicate([event(0), event(1), event(2)], known(), PARTITION).fresh)).toEqual([0]);
  });

  it.each<[string, Partial<EventMessage>]>([
    ['another type', { type: 'won' }],
    ['other properties', { properties: { amount: 4 } }],
    ['a time that the first did not have', { sentOccurredAt: '2014-08-16T15:00:00Z' }],
  ])('calls an event of the same id with %s a conflict, and the first stands', (_, other) => {
    expect(verdictsOf([event(0), event(1, other)])).toEqual(['conflict']);
    expect(verdictsOf([event(1, other)], known(event(0)))).toEqual(['conflict']);
  });

  it('compares every later message with the first, not with each other', () => {
    expect(verdictsOf([event(0), event(1, { type: 'won' }), event(2, { type: 'won' }), event(3)])).toEqual([
      'conflict',
      'conflict',
      'duplicate',
    ]);
  });

  it('takes one instant written in two ways for the same', () => {
    const sent = event(0, { sentOccurredAt: '2014-08-16T15:00:00Z' });
    const again = event(1, { sentOccurredAt: '2014-08-16T17:00:00.000+02:00' });

    expect(verdictsOf([sent, again])).toEqual(['duplicate']);
    expect(verdictsOf([event(1, { sentOccurredAt: '2014-08-16T15:00:01Z' })], known(sent))).toEqual(['conflict']);
  });

  it('leaves out what the gateway filled in: a re-send without a time is the same at any time', () => {
    expect(verdictsOf([event(1, { occurredAt: 999, receivedAt: 999 })], known(event(0)))).toEqual(['duplicate']);
  });

  it('tells players and workspaces apart that use the same id', () => {
    const messages = [event(0), event(1, { playerId: 'bea' }), event(2, { workspace: 'ws_2' })];

    expect(deduplicate(messages, known(), PARTITION).fresh).toEqual(messages);
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

    expect(deduplicate(messages, known(), PARTITION)).toEqual({ fresh: messages, repeated: [] });
  });
});
