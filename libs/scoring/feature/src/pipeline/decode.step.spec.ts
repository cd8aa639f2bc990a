import type { CommandMessage, EventMessage, ReleaseMessage } from '@laurel/contracts';
import type { LogMessage } from '@laurel/platform-kafka';
import fc from 'fast-check';
import { type Decoded, decode } from './decode.step.js';

const EVENT: EventMessage = {
  v: 1,
  kind: 'event',
  workspace: 'ws_1',
  eventId: 'e1',
  type: 'scored',
  playerId: 'anna',
  occurredAt: 10,
  receivedAt: 20,
  properties: { amount: 3 },
};
const RELEASE: ReleaseMessage = { v: 1, kind: 'release', workspace: 'ws_1', release: 2 };

const COMMAND: CommandMessage = {
  v: 1,
  kind: 'command',
  command: 'void',
  workspace: 'ws_1',
  playerId: 'anna',
  commandId: 'laurel.void.e1',
  target: 'e1',
  reason: 'a mistake',
  by: 'key_1',
  receivedAt: 30,
};

const message = (value: string | Buffer | null, offset = 0, timestamp = 100): LogMessage => ({
  offset,
  timestamp,
  key: Buffer.from('ws_1|anna'),
  value: typeof value === 'string' ? Buffer.from(value) : value,
});

const decodeOne = (value: string | Buffer | null): Decoded | undefined => decode([message(value)], 0)[0];
const without = (name: keyof EventMessage) =>
  JSON.stringify(Object.fromEntries(Object.entries(EVENT).filter(([key]) => key !== name)));

describe('decoding', () => {
  it('reads events and releases, with their places, in the order of the log', () => {
    const messages = [message(JSON.stringify(EVENT), 7, 100), message(JSON.stringify(RELEASE), 8, 101)];

    expect(decode(messages, 0)).toEqual([
      { kind: 'event', offset: 7, now: 100, event: EVENT },
      { kind: 'release', offset: 8, now: 101, message: RELEASE },
    ]);
  });

  it('reads a command with the event that it is recorded as', () => {
    expect(decodeOne(JSON.stringify(COMMAND))).toEqual({
      kind: 'command',
      offset: 0,
      now: 100,
      command: COMMAND,
      event: {
        v: 1,
        kind: 'event',
        workspace: 'ws_1',
        playerId: 'anna',
        eventId: 'laurel.void.e1',
        type: 'laurel.event_voided',
        occurredAt: 30,
        receivedAt: 30,
        properties: { eventId: 'e1', reason: 'a mistake', by: 'key_1' },
      },
    });
  });

  it.each([
    [
      { command: 'update_player', change: { mode: 'merge', name: 'Anna', attributes: { level: null } } },
      'laurel.player_updated',
      { change: { mode: 'merge', name: 'Anna', attributes: { level: null } }, by: 'key_1' },
    ],
    [
      { command: 'player_status', status: 'banned', reason: 'cheated' },
      'laurel.player_status_changed',
      { status: 'banned', reason: 'cheated', by: 'key_1' },
    ],
    [
      { command: 'hide_standing', board: 'top@1', hidden: true, reason: 'cheated' },
      'laurel.standing_hidden',
      { board: 'top@1', reason: 'cheated', by: 'key_1' },
    ],
    [
      { command: 'hide_standing', board: 'top@1', hidden: false, reason: 'a mistake' },
      'laurel.standing_unhidden',
      { board: 'top@1', reason: 'a mistake', by: 'key_1' },
    ],
    [
      { command: 'remove_standing', board: 'top@1', window: 'all', reason: 'cheated' },
      'laurel.standing_removed',
      { board: 'top@1', window: 'all', reason: 'cheated', by: 'key_1' },
    ],
    [
      { command: 'adjust_standing', board: 'top@1', window: 'all', mode: 'add', columns: { goals: -1 }, reason: 'own' },
      'laurel.standing_adjusted',
      { board: 'top@1', window: 'all', mode: 'add', columns: { goals: -1 }, reason: 'own', by: 'key_1' },
    ],
    [
      { command: 'correct_player', stats: { points: -3 }, balances: { coins: 5 }, reason: 'own' },
      'laurel.player_corrected',
      { stats: { points: -3 }, balances: { coins: 5 }, reason: 'own', by: 'key_1' },
    ],
    [
      { command: 'join_board', board: 'top@1', window: 'all' },
      'laurel.board_joined',
      { board: 'top@1', window: 'all', by: 'key_1' },
    ],
    [
      { command: 'move_league', board: 'top@1', window: '2026-W47', from: 'gold', to: null },
      'laurel.league_moved',
      { board: 'top@1', window: '2026-W47', from: 'gold', to: null, by: 'key_1' },
    ],
  ])('reads an order about a player with all that a replay needs: %j', (content, type, properties) => {
    const { target: _, reason: __, ...envelope } = COMMAND;
    const replyTo = { instance: 'i', correlation: '1' };

    expect(decodeOne(JSON.stringify({ ...envelope, ...content, replyTo }))).toMatchObject({
      kind: 'command',
      event: { eventId: 'laurel.void.e1', type, properties, replyTo },
    });
  });

  it.each([
    [
      'a status that is none',
      { ...COMMAND, command: 'player_status', status: 'gone' },
      'the message is no valid "command"',
    ],
    [
      'a move to no tier',
      { ...COMMAND, command: 'move_league', board: 'b@1', window: 'w' },
      'the message is no valid "command"',
    ],
    [
      'a change without a mode',
      { ...COMMAND, command: 'update_player', change: {} },
      'the message is no valid "command"',
    ],
    [
      'a hiding that does not say whether',
      { ...COMMAND, command: 'hide_standing', board: 'top@1' },
      'the message is no valid "command"',
    ],
    [
      'an adjustment by no number',
      { ...COMMAND, command: 'adjust_standing', board: 'top@1', window: 'all', mode: 'add', score: 0.5 },
      'the message is no valid "command"',
    ],
    [
      'a correction by half a coin',
      { ...COMMAND, command: 'correct_player', stats: {}, balances: { coins: 0.5 } },
      'the message is no valid "command"',
    ],
    ['a removal from nowhere', { ...COMMAND, command: 'remove_standing' }, 'the message is no valid "command"'],
    ['a joining of nothing', { ...COMMAND, command: 'join_board' }, 'the message is no valid "command"'],
    ['an event of a type of ours', { ...EVENT, type: 'laurel.player_updated' }, 'the message is no valid "event"'],
    ['a command that is not known', { ...COMMAND, command: 'avoid' }, 'the message is no valid "command"'],
    ['a command about nothing', { ...COMMAND, target: '' }, 'the message is no valid "command"'],
    ['an event that says it is a void', { ...EVENT, type: 'laurel.event_voided' }, 'the message is no valid "event"'],
  ])('takes %s for poison', (_, body, detail) => {
    expect(decodeOne(JSON.stringify(body))).toMatchObject({ kind: 'poison', detail });
  });

  it('lets time stand still where the broker’s clock steps back, within a batch and since the last', () => {
    const messages = [100, 90, 120, 110].map((timestamp, offset) => message(JSON.stringify(EVENT), offset, timestamp));

    expect(decode(messages, 0).map(({ now }) => now)).toEqual([100, 100, 120, 120]);
    expect(decode(messages, 115).map(({ now }) => now)).toEqual([115, 115, 120, 120]);
  });

  it('adds the test clock of a workspace from its place in the log on, within a batch and since the last', () => {
    const clock = (workspace: string, offsetMs: number) => JSON.stringify({ v: 1, kind: 'clock', workspace, offsetMs });
    const other = JSON.stringify({ ...EVENT, workspace: 'ws_2' });
    const bodies = [JSON.stringify(EVENT), clock('ws_1', -40), JSON.stringify(EVENT), other, clock('ws_1', 1_000)];
    const messages = [...bodies, JSON.stringify(EVENT)].map((body, offset) => message(body, offset, 100 + offset));

    expect(decode(messages, 0).map(({ now }) => now)).toEqual([100, 61, 62, 103, 1_104, 1_105]);
    expect(decode(messages, 0, new Map([['ws_1', 50]])).map(({ now }) => now)).toEqual([
      150, 151, 152, 103, 1_104, 1_105,
    ]);
  });

  it('lets an event and an order that do not say when they were happen by the test clock', () => {
    const clocks = new Map([['ws_1', 1_000]]);
    const timeOf = (body: object) => {
      const [decoded] = decode([message(JSON.stringify(body))], 0, clocks);
      return decoded && 'event' in decoded ? decoded.event.occurredAt : undefined;
    };

    expect(timeOf(EVENT)).toBe(1_010);
    expect(timeOf({ ...EVENT, sentOccurredAt: '1970-01-01T00:00:00.010Z' })).toBe(10);
    expect(timeOf({ ...EVENT, imported: true })).toBe(10);
    expect(timeOf(COMMAND)).toBe(1_030);
    const imported = { command: 'import_player', importId: 'old', occurredAt: 5, stats: {}, balances: {} };
    expect(timeOf({ ...COMMAND, ...imported })).toBe(5);
  });

  it('counts the time of a message that it can not read', () => {
    const messages = [message('poison', 0, 200), message(JSON.stringify(EVENT), 1, 100)];

    expect(decode(messages, 0).map(({ now }) => now)).toEqual([200, 200]);
  });

  it.each<[string, string | Buffer | null, string]>([
    ['nothing', null, 'the message is empty'],
    ['an empty text', '', 'the message is not JSON'],
    ['half a message', '{"v":1,"kind":"ev', 'the message is not JSON'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'the message is not JSON'],
    ['a number', '3', 'the message is not an object'],
    ['null', 'null', 'the message is not an object'],
    ['a list', '[]', 'version undefined of the message is not known'],
    ['no version', '{}', 'version undefined of the message is not known'],
    ['a version to come', '{"v":2,"kind":"event"}', 'version 2 of the message is not known'],
    ['a version as a text', '{"v":"1","kind":"event"}', 'version "1" of the message is not known'],
    ['an unknown kind', '{"v":1,"kind":"command"}', 'the message is no valid "command"'],
    ['no kind', '{"v":1}', 'the message is no valid undefined'],
    ['a version that is an object', '{"v":{"toString":null}}', 'version object of the message is not known'],
    ['a kind that is an object', '{"v":1,"kind":{"toString":null}}', 'the message is no valid object'],
  ])('takes %s for poison, with the reason', (_, value, detail) => {
    expect(decodeOne(value)).toEqual({
      kind: 'poison',
      offset: 0,
      now: 100,
      message: message(value),
      detail: detail,
    });
  });

  it.each(['workspace', 'eventId', 'type', 'playerId', 'occurredAt', 'receivedAt', 'properties'] as const)(
    'takes an event without %s for poison',
    (name) => {
      expect(decodeOne(without(name))).toMatchObject({ kind: 'poison', detail: 'the message is no valid "event"' });
    },
  );

  it.each([
    { playerId: 7 },
    { playerId: '' },
    { workspace: null },
    { eventId: ['e1'] },
    { type: {} },
    { occurredAt: '2014-08-16T15:00:00Z' },
    { occurredAt: 1.5 },
    { occurredAt: 2 ** 53 },
    { receivedAt: null },
    { properties: null },
    { properties: 'none' },
  ])('takes an event with %j for poison', (wrong) => {
    expect(decodeOne(JSON.stringify({ ...EVENT, ...wrong }))).toMatchObject({ kind: 'poison' });
  });

  it.each([null, 'ws_1'])('reads a barrier in the time of %j', (workspace) => {
    const barrier = { v: 1, kind: 'barrier', id: 'b1', workspace, at: 99 };

    expect(decodeOne(JSON.stringify(barrier))).toMatchObject({ kind: 'barrier', message: barrier });
  });

  it.each([{ id: '' }, { workspace: '' }, { workspace: undefined }, { at: '99' }])(
    'takes a barrier with %j for poison',
    (fields) => {
      const barrier = { v: 1, kind: 'barrier', id: 'b1', workspace: null, at: 99, ...fields };

      expect(decodeOne(JSON.stringify(barrier))).toMatchObject({
        kind: 'poison',
        detail: 'the message is no valid "barrier"',
      });
    },
  );

  it.each([{ workspace: '' }, { release: '2' }, { release: 1.5 }, { release: null }])(
    'takes a release with %j for poison',
    (wrong) => {
      expect(decodeOne(JSON.stringify({ ...RELEASE, ...wrong }))).toMatchObject({ kind: 'poison' });
    },
  );

  it('keeps the reason short, whatever the message holds: it is copied into the dead letter', () => {
    const decoded = decodeOne(JSON.stringify({ v: 'x'.repeat(100_000) }));

    expect(decoded?.kind === 'poison' && decoded.detail.length).toBeLessThan(200);
  });

  it('never throws, and every message is one of the three kinds', () => {
    const anyMessage = fc.oneof(
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json(),
      fc
        .record({ v: fc.constantFrom(1, 2, '1'), kind: fc.constantFrom('event', 'release'), workspace: fc.jsonValue() })
        .map((body) => JSON.stringify(body)),
      fc.jsonValue().map((v) => JSON.stringify({ v })),
      fc.jsonValue().map((kind) => JSON.stringify({ v: 1, kind })),
    );
    fc.assert(
      fc.property(fc.array(anyMessage), (values) => {
        const decoded = decode(
          values.map((value, offset) => message(value, offset)),
          0,
        );

        expect(decoded.map(({ offset }) => offset)).toEqual(values.map((_, offset) => offset));
      }),
    );
  });
});
