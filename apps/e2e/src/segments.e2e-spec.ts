import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

/** Points make players rich; a gift is for rich ones from Brazil alone. */
const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } }],
    },
    {
      key: 'gift',
      on: ['opened'],
      when: { segment: 'rich-locals' },
      then: [{ effect: 'award', currency: 'coins', amount: 5 }],
    },
  ],
  leaderboards: [],
  segments: [
    {
      key: 'rich-locals',
      name: 'Rich players from Brazil',
      when: {
        all: [
          { attribute: 'country', op: 'eq', value: 'br' },
          { stat: 'points', op: 'gte', value: 10 },
        ],
      },
    },
    { key: 'poor', when: { not: { stat: 'points', op: 'gte', value: 10 } } },
  ],
};

const COUNTRIES = { anna: 'br', bea: 'br', carl: 'de' };

let stack: LaurelStack;
let api: Api;
let stranger: Api;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  api = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  expect((await api.publish(PROGRAM)).status).toBe(201);
  for (const [playerId, country] of Object.entries(COUNTRIES)) {
    expect((await api.changePlayer('PUT', playerId, { attributes: { country } })).status).toBe(200);
  }
  for (const playerId of ['anna', 'carl']) await score(playerId, 10);
}, 120_000);
afterAll(() => stack.stop());

const score = (playerId: string, amount: number) =>
  api.sendAndWait({ eventId: `score-${playerId}-${amount}`, type: 'scored', playerId, properties: { amount } });

/** @returns whether the rule that asks for the segment matched, and why not */
async function opens(eventId: string, playerId: string): Promise<unknown> {
  await api.sendAndWait({ eventId, type: 'opened', playerId });
  return ((await api.query(`/v1/events/${eventId}`)).body['rules'] as unknown[])[0];
}

async function members(segment: string): Promise<string[]> {
  const { body } = await api.query(`/v1/segments/${segment}/players`);
  return (body['entries'] as { playerId: string }[]).map(({ playerId }) => playerId);
}

/** A count is some seconds old at most. */
const counted = (segment: string, count: number): Promise<unknown> =>
  until(
    `${segment} counts ${count}`,
    async () => (await api.query(`/v1/segments/${segment}`)).body['count'] === count,
    20_000,
  );

const MATCHED = { rule: 'gift', matched: true };
const MISSED = { rule: 'gift', matched: false, reason: 'segment rich-locals does not hold' };

describe('a segment', () => {
  it('has the players for whom its condition holds, named and counted', async () => {
    await counted('rich-locals', 1);
    await counted('poor', 1);
    expect([await members('rich-locals'), await members('poor')]).toEqual([['anna'], ['bea']]);
    expect((await api.query('/v1/segments')).body).toMatchObject({
      entries: [
        { key: 'rich-locals', name: 'Rich players from Brazil', count: 1, release: 1 },
        { key: 'poor', count: 1, release: 1 },
      ],
    });
  });

  it('is what rules go by', async () => {
    expect(await opens('open-1', 'anna')).toEqual(MATCHED);
    expect(await opens('open-2', 'bea')).toEqual(MISSED);
    expect(await opens('open-3', 'carl')).toEqual(MISSED);
  });

  it('takes in and lets go of players as their attributes change', async () => {
    await api.changePlayer('PATCH', 'carl', { attributes: { country: 'br' } });
    await api.changePlayer('PATCH', 'anna', { attributes: { country: null } });

    expect(await members('rich-locals')).toEqual(['carl']);
    expect(await opens('open-4', 'carl')).toEqual(MATCHED);
    expect(await opens('open-5', 'anna')).toEqual(MISSED);
  });

  it('takes in and lets go of players as events are decided and taken back', async () => {
    await score('bea', 12);
    expect(await members('rich-locals')).toEqual(['bea', 'carl']);
    await counted('rich-locals', 2);
    await counted('poor', 0);

    await api.voidEvent('score-bea-12', { playerId: 'bea', reason: 'A test.' });

    await until('bea is out of it', async () => (await members('rich-locals')).join() === 'carl');
    expect(await members('poor')).toEqual(['bea']);
  });

  it('is nothing in another workspace, whose own of the same key is another', async () => {
    const asked = ['/v1/segments/rich-locals', '/v1/segments/rich-locals/players'];
    for (const path of asked) {
      expect(await stranger.query(path)).toMatchObject({ status: 404, body: { code: 'players.segment_not_found' } });
    }
    expect((await stranger.query('/v1/segments')).body).toEqual({ entries: [] });

    expect((await stranger.publish(PROGRAM)).status).toBe(201);

    await until('it is in force', async () => (await stranger.query('/v1/segments/poor')).status === 200);
    expect((await stranger.query('/v1/segments/poor/players')).body).toMatchObject({ entries: [] });
    expect((await stranger.query('/v1/segments/poor')).body).toMatchObject({ count: 0 });
  });

  it('goes with the release that drops it', async () => {
    const {
      segments: _,
      rules: [score],
      ...rest
    } = PROGRAM;
    expect((await api.publish({ ...rest, rules: [score] })).status).toBe(201);
    await until('it is gone', async () => (await api.query('/v1/segments/poor')).status === 404);
  });
});
