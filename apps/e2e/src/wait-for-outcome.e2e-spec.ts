import { Agent, request } from 'node:http';
import { until } from '@laurel/testing';
import { Api, type Answer } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      when: { property: 'event.properties.amount', op: 'gt', value: 0 },
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        { effect: 'award', currency: 'coins', amount: 2 },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
let secretKey: string;
let api: Api;

const scored = (playerId: string, eventId: string, amount: number, more: object = {}): object => ({
  eventId,
  type: 'scored',
  playerId,
  properties: { amount },
  ...more,
});

beforeAll(async () => {
  // One player gets 1,000 events at once.
  stack = await LaurelStack.start({ LAUREL_PLAYER_EVENTS_PER_SECOND: '10000' });
  ({ secretKey } = await stack.createWorkspace('demo', 'dev'));
  api = new Api(stack, secretKey);
  await api.publish(PROGRAM);
  let attempt = 0;
  await until('an outcome is answered', async () => {
    const answer = await api.sendAndWait(scored('somebody', `first-${(attempt += 1)}`, 1));
    return answer.status === 200 && answer.body['release'] === 1;
  });
});
afterAll(() => stack.stop());

describe('an event that is waited for', () => {
  it('is answered with its effects, new totals, and ranks before and after', async () => {
    await api.sendAndWait(scored('grace', 'g-1', 50));
    await api.sendAndWait(scored('ada', 'a-1', 40));

    const answer = await api.sendAndWait(scored('ada', 'a-2', 20), 5);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('preference-applied')).toBe('wait=5');
    expect(answer.body).toMatchObject({
      eventId: 'a-2',
      playerId: 'ada',
      status: 'processed',
      release: 1,
      rules: [{ rule: 'score', matched: true }],
      effects: [{ kind: 'record' }, { kind: 'award' }, { kind: 'standing', board: 'top', score: 60 }],
      balances: { coins: 4 },
      stats: { points: 60 },
      ranks: [{ board: 'top', window: 'all', before: 2, after: 1 }],
      receipt: { partition: expect.any(Number), offset: expect.any(Number) },
    });
  });

  it('tells that the player was not on the board before', async () => {
    const { body } = await api.sendAndWait(scored('newcomer', 'n-1', 1));
    expect(body['ranks']).toEqual([{ board: 'top', window: 'all', before: null, after: expect.any(Number) }]);
  });

  it('is answered as a duplicate, with what the first led to', async () => {
    const first = await api.sendAndWait(scored('alan', 'd-1', 7));
    const second = await api.sendAndWait(scored('alan', 'd-1', 7));

    const { receipt, ranks, ...told } = second.body;
    expect(told).toEqual({ ...without(first.body, 'receipt', 'ranks'), status: 'duplicate' });
    expect(receipt).not.toEqual(first.body['receipt']);
    expect(ranks).toEqual([]);
  });

  it('is answered as a conflict, or as what matched nothing', async () => {
    await api.sendAndWait(scored('alan', 'c-1', 7));

    expect((await api.sendAndWait(scored('alan', 'c-1', 8))).body).toMatchObject({ status: 'conflict', effects: [] });
    expect((await api.sendAndWait(scored('alan', 'c-2', 0))).body).toMatchObject({
      status: 'processed',
      rules: [{ rule: 'score', matched: false, reason: expect.any(String) }],
      effects: [],
      balances: {},
      ranks: [],
    });
  });

  it('is answered 202 when the outcome does not come in time, and counts all the same', async () => {
    await stack.scoring.stop();

    const answer = await api.sendAndWait(scored('late', 't-1', 3), 1);

    expect(answer.status).toBe(202);
    expect(answer.headers.get('preference-applied')).toBe('wait=1');
    expect(answer.body).toEqual({
      eventId: 't-1',
      status: 'accepted',
      receipt: { partition: expect.any(Number), offset: expect.any(Number) },
    });
    await stack.scoring.start();
    await until('it is processed', async () => (await api.query('/v1/events/t-1')).body['status'] === 'processed');
  });

  it('is nothing for a player token', async () => {
    const { body } = await api.playerToken('ada');
    const player = new Api(stack, String(body['token']));
    expect((await player.sendAndWait(scored('ada', 'p-1', 1))).status).toBe(403);
    expect((await player.query('/v1/events?playerId=ada')).status).toBe(403);
  });
});

describe('1,000 copies of one event over 10 connections', () => {
  it('have one effect, and 999 duplicates', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 10 });
    const statuses = await Promise.all(Array.from({ length: 1_000 }, () => post(agent, scored('hot', 'copy', 5))));
    agent.destroy();
    expect(new Set(statuses)).toEqual(new Set([202]));

    await until('all are recorded', async () => (await walk('playerId=hot')).length === 1_000);

    const entries = await walk('playerId=hot');
    expect(entries.filter(({ status }) => status === 'processed')).toHaveLength(1);
    expect(entries.filter(({ status }) => status === 'duplicate')).toHaveLength(999);
    expect((await api.query('/v1/players/hot')).body).toMatchObject({ stats: { points: 5 }, balances: { coins: 2 } });
  });
});

describe('the list of events', () => {
  it('is walked without skipping or repeating while events go on', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `walk-${index}`);
    await api.sendBatch(ids.map((id, index) => scored(`w${index % 5}`, id, 1, { type: 'walked' })));
    await until('all are recorded', async () => (await walk('type=walked')).length === ids.length);
    let more = 0;

    const seen = await walk('type=walked', 7, () =>
      api.sendAndWait(scored('w0', `more-${(more += 1)}`, 1, { type: 'walked' })),
    );

    expect(seen.map(({ eventId }) => eventId).sort()).toEqual([...ids].sort());
    const times = seen.map(({ decidedAt }) => decidedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is filtered by player, type, status and time', async () => {
    await api.sendAndWait(scored('filtered', 'f-1', 1));
    const { body } = await api.sendAndWait(scored('filtered', 'f-2', 1, { type: 'other' }));
    await api.sendAndWait(scored('filtered', 'f-2', 1, { type: 'other' }));
    const at = String(body['decidedAt']);
    const idsOf = async (query: string) =>
      (await walk(`playerId=filtered&${query}`)).map(({ eventId, status }) => `${eventId} ${status}`);

    expect(await idsOf('')).toEqual(['f-2 duplicate', 'f-2 processed', 'f-1 processed']);
    expect(await idsOf('type=scored')).toEqual(['f-1 processed']);
    expect(await idsOf('status=duplicate')).toEqual(['f-2 duplicate']);
    expect(await idsOf(`to=${at}`)).toEqual(['f-1 processed']);
    expect(await idsOf(`from=${at}&status=processed`)).toEqual(['f-2 processed']);
  });

  it('holds nothing of another workspace', async () => {
    const theirs = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
    expect((await theirs.query('/v1/events')).body).toEqual({ entries: [], next: null });
    const { body } = await api.query('/v1/events?limit=1');
    expect((await theirs.query(`/v1/events?cursor=${String(body['next'])}`)).body).toMatchObject({
      status: 400,
      code: 'events.invalid_cursor',
    });
  });
});

interface Entry {
  readonly eventId: string;
  readonly status: string;
  readonly decidedAt: string;
}

/**
 * All entries of a list, part by part.
 *
 * @param between happens after each part
 */
async function walk(
  query: string,
  limit = 100,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor = '';
  for (;;) {
    const { status, body } = await api.query(`/v1/events?limit=${limit}&${query}${cursor}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    entries.push(...(body['entries'] as Entry[]));
    if (body['next'] === null) return entries;
    cursor = `&cursor=${body['next'] as string}`;
    await between();
  }
}

const without = (body: Answer['body'], ...names: readonly string[]): Answer['body'] =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

function post(agent: Agent, event: object): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(`${stack.ingestion.url}/v1/events`, { agent, method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(JSON.stringify(event));
  });
}
