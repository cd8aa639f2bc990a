import { until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 10 },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

const REASON = 'Played with a hacked client.';
let stack: LaurelStack;
let api: Api;
let stranger: Api;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  api = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  await api.publish(PROGRAM);
});
afterAll(() => stack.stop());

const send = (eventId: string, playerId: string, amount: number): Promise<Answer> =>
  api.sendEvent({ eventId, type: 'scored', playerId, properties: { amount } });

const settled = (eventId: string): Promise<Answer> =>
  until(`${eventId} is decided`, async () => {
    const answer = await api.query(`/v1/events/${eventId}`);
    return answer.status === 200 ? answer : undefined;
  });

const table = async (): Promise<string> => {
  const { entries } = (await api.query('/v1/leaderboards/top')).body as {
    entries: { rank: number; playerId: string; score: number }[];
  };
  return entries.map(({ rank, playerId, score }) => `${rank}. ${playerId} ${score}`).join(', ');
};

const standing = (rows: string): Promise<unknown> =>
  until(`the table is: ${rows}`, async () => (await table()) === rows);

const receiptOf = ({ body }: Answer): string => {
  const { partition, offset } = body['receipt'] as { partition: number; offset: number };
  return `${partition}:${offset}`;
};

describe('an event that is voided', () => {
  it('is told as voided, and stats, balance and table are those of the other events', async () => {
    await send('fair', 'anna', 5);
    await send('hacked', 'anna', 900);
    await send('clean', 'bea', 20);
    await standing('1. anna 905, 2. bea 20');

    const ordered = await api.voidEvent('hacked', { playerId: 'anna', reason: REASON });

    expect(ordered).toMatchObject({
      status: 202,
      body: { eventId: 'hacked', commandId: 'laurel.void.hacked', status: 'accepted' },
    });
    await standing('1. bea 20, 2. anna 5');
    expect((await api.query('/v1/events/hacked')).body).toMatchObject({
      status: 'processed',
      effects: [{ kind: 'record', amount: 900 }, { kind: 'award' }, { kind: 'standing', score: 905 }],
      voided: { reason: REASON, commandId: 'laurel.void.hacked', by: expect.stringMatching(/^key_/) },
    });
    expect((await api.query('/v1/events/laurel.void.hacked')).body).toMatchObject({
      type: 'laurel.event_voided',
      status: 'processed',
      effects: [
        { kind: 'restatement', stat: 'points', value: 5 },
        { kind: 'reversal', currency: 'coins', amount: -10, balance: 10 },
        { kind: 'standing', board: 'top', score: 5 },
      ],
    });
    expect((await api.query('/v1/players/anna')).body).toMatchObject({ stats: { points: 5 }, balances: { coins: 10 } });
  });

  it('can be ordered again and be sent again, without any further effect', async () => {
    const again = await api.voidEvent('hacked', { playerId: 'anna', reason: 'for another reason' });
    const sent = await send('hacked', 'anna', 900);
    await until('the message sent again is decided', async () => {
      const { body } = await api.query(`/v1/events/hacked?receipt=${receiptOf(sent)}`);
      return (body['attempts'] as unknown[] | undefined)?.length === 1;
    });

    expect(again).toMatchObject({ status: 202, body: { commandId: 'laurel.void.hacked' } });
    expect((await api.query('/v1/events/hacked')).body).toMatchObject({
      attempts: [{ status: 'duplicate' }],
      voided: { reason: REASON },
    });
    expect(await table()).toBe('1. bea 20, 2. anna 5');
    expect((await api.query('/v1/players/anna')).body).toMatchObject({ stats: { points: 5 }, balances: { coins: 10 } });
  });

  it('takes a player off the table of whom nothing remains there, also when it is not decided yet', async () => {
    const sent = await send('only', 'carl', 7);

    const ordered = await api.voidEvent('only', { playerId: 'carl', reason: REASON }, receiptOf(sent));

    expect(ordered.status).toBe(202);
    expect((await settled('laurel.void.only')).body).toMatchObject({
      status: 'processed',
      effects: [
        { kind: 'restatement', stat: 'points', value: null },
        { kind: 'reversal', currency: 'coins', balance: 0 },
        { kind: 'removal', board: 'top', window: 'all' },
      ],
    });
    await standing('1. bea 20, 2. anna 5');
  });
});

describe('a void', () => {
  it.each([
    ['of an event that never was', 'nowhere', { playerId: 'anna', reason: REASON }, 404, 'events.not_found'],
    ['of another player’s event', 'fair', { playerId: 'bea', reason: REASON }, 404, 'events.not_found'],
    ['of a void', 'laurel.void.hacked', { playerId: 'anna', reason: REASON }, 409, 'events.nothing_to_void'],
    ['without a reason', 'fair', { playerId: 'anna' }, 422, 'http.invalid_input'],
  ])('%s is refused', async (_, eventId, order, status, code) => {
    expect(await api.voidEvent(eventId, order)).toMatchObject({ status, body: { code } });
  });

  it('is for servers of the workspace alone', async () => {
    const order = { playerId: 'anna', reason: REASON };
    const player = new Api(stack, String((await api.playerToken('anna')).body['token']));

    expect(await stranger.voidEvent('fair', order)).toMatchObject({ status: 404 });
    expect(await player.voidEvent('fair', order)).toMatchObject({ status: 403 });
    expect(await table()).toBe('1. bea 20, 2. anna 5');
  });

  it('is not to be sent as an event, nor under an id like it', async () => {
    const event = { type: 'laurel.event_voided', playerId: 'anna', properties: { eventId: 'fair' } };

    expect(await api.sendEvent(event)).toMatchObject({ status: 422, body: { errors: [{ path: '/type' }] } });
    expect(await send('laurel.void.fair', 'anna', 1)).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/eventId', rule: 'reserved' }] },
    });
  });
});
