import { type CommandMessage, type EventMessage, type EventRecord, eventRecordId } from '@laurel/contracts';
import type { Decoded } from '../pipeline/decode.step.js';
import { anEventMessage, aRecordOf } from './awaited-event.builder.js';
import { awaitedEvents, standingsOf } from './awaited-events.js';

const decodedAt = (offset: number, event: EventMessage): Decoded => ({ kind: 'event', offset, now: 1_000, event });
const known = (...records: EventRecord[]) => new Map(records.map((record) => [eventRecordId(record), [record]]));
const REPLY_TO = { instance: 'i', correlation: '1' };
const waiting = anEventMessage({ replyTo: REPLY_TO });

describe('the events that are waited for', () => {
  it('are those with an address, each with its own record', () => {
    const quiet = anEventMessage({ eventId: 'quiet' });
    const messages = [decodedAt(5, quiet), decodedAt(6, waiting)];
    const own = aRecordOf(waiting, { offset: 6 });

    const events = awaitedEvents(messages, [aRecordOf(quiet, { offset: 5 }), own], known());

    expect(events).toEqual([{ replyTo: REPLY_TO, own, told: own }]);
  });

  it('are commands with an address too', () => {
    const event = { ...waiting, eventId: 'laurel.player.ban.1', type: 'laurel.player_status_changed' };
    const command = { workspace: event.workspace, playerId: event.playerId } as CommandMessage;
    const own = aRecordOf(event, { offset: 6 });
    const messages: Decoded[] = [{ kind: 'command', offset: 6, now: 1_000, command, event }];

    expect(awaitedEvents(messages, [own], known())).toEqual([{ replyTo: REPLY_TO, own, told: own }]);
  });

  it('are told the first record of what they repeat, from an earlier batch', () => {
    const first = aRecordOf(waiting, { offset: 1 });
    const own = aRecordOf(waiting, { offset: 6, status: 'duplicate' });
    expect(awaitedEvents([decodedAt(6, waiting)], [own], known(first))).toMatchObject([{ own, told: first }]);
  });

  it.each(['processed', 'late', 'failed'] as const)(
    'are told the first record of what they repeat, from the same batch: %s',
    (status) => {
      const first = aRecordOf(waiting, { offset: 5, status });
      const own = aRecordOf(waiting, { offset: 6, status: 'duplicate' });
      const messages = [decodedAt(5, anEventMessage()), decodedAt(6, waiting)];
      expect(awaitedEvents(messages, [first, own], known())).toMatchObject([{ own, told: first }]);
    },
  );

  it('are told the try that succeeded rather than one that failed before', () => {
    const failed = aRecordOf(waiting, { offset: 1, status: 'failed' });
    const first = aRecordOf(waiting, { offset: 2 });
    const own = aRecordOf(waiting, { offset: 6, status: 'duplicate' });
    const before = new Map([[eventRecordId(own), [failed, first]]]);
    expect(awaitedEvents([decodedAt(6, waiting)], [own], before)).toMatchObject([{ told: first }]);
  });

  it('are told their own record when they are in conflict with the first', () => {
    const own = aRecordOf(waiting, { offset: 6, status: 'conflict' });
    const events = awaitedEvents([decodedAt(6, waiting)], [own], known(aRecordOf(waiting, { offset: 1 })));
    expect(events).toMatchObject([{ own, told: own }]);
  });

  it.each([null, 'i|1', { instance: 'i' }, { instance: '', correlation: '1' }, { instance: 7, correlation: {} }])(
    'are not those with the address %j',
    (replyTo) => {
      const event = { ...anEventMessage(), replyTo } as unknown as EventMessage;
      expect(awaitedEvents([decodedAt(6, event)], [aRecordOf(event, { offset: 6 })], known())).toEqual([]);
    },
  );
});

describe('what an event changes', () => {
  it('is each window of each board once', () => {
    const standing = { kind: 'standing', columns: [], reachedAt: 1 } as const;
    const own = aRecordOf(waiting, {
      effects: [
        { ...standing, board: 'top@1', window: 'all', score: 1 },
        { kind: 'award', rule: 'win', currency: 'coins', amount: 1, balance: 1 },
        { ...standing, board: 'top@1', window: 's1', score: 1 },
        { ...standing, board: 'top@1', window: 'all', score: 2 },
      ],
    });
    const standings = standingsOf({ replyTo: REPLY_TO, own, told: own });
    expect(standings.map(({ window, score }) => `${window} ${score}`)).toEqual(['all 2', 's1 1']);
  });
});
