import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { runLaurel } from './stack/laurel-cli.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum', plausible: { max: 100, perHour: 250 } }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } }],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
let api: Api;
let stranger: Api;

beforeAll(async () => {
  stack = await LaurelStack.start();
  api = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
});
afterAll(() => stack.stop());

const score = (eventId: string, playerId: string, amount: number) =>
  api.sendAndWait({ eventId, type: 'scored', playerId, properties: { amount } });

const review = (eventId: string, verdict: string, playerId: string, by = api) =>
  by.edit('POST', `/v1/quarantine/${eventId}/${verdict}`, { playerId, reason: 'Looked at.' });

const reviewed = async (eventId: string, playerId: string): Promise<Record<string, unknown>> => {
  const path = `/v1/events/${eventId}?playerId=${playerId}`;
  await until('the review is carried out', async () => 'review' in (await api.query(path)).body);
  return (await api.query(path)).body;
};

const table = async (): Promise<string> => {
  const { body } = await api.query('/v1/leaderboards/top');
  return ((body['entries'] ?? []) as { playerId: string; score: number }[])
    .map(({ playerId, score: points }) => `${playerId} ${points}`)
    .join(', ');
};

const waiting = async (query = ''): Promise<unknown[]> => {
  const { body } = await api.admin(`/v1/quarantine${query}`);
  return (body['entries'] as { eventId: string }[]).map(({ eventId }) => eventId);
};

async function verified(): Promise<string> {
  const { code, out, err } = await runLaurel(stack.environment, 'verify');
  return code === 0 ? 'right' : `${out}${err}`;
}

describe('an event beyond what is plausible', () => {
  it('is held back: it says which bound it would pass, and nothing follows', async () => {
    await score('a1', 'anna', 60);
    const held = await score('a2', 'anna', 150);
    expect(held).toMatchObject({
      status: 200,
      body: { status: 'quarantined', effects: [], heldBack: { stat: 'points', bound: 'max', limit: 100, amount: 150 } },
    });
    await until('the table shows what counts', async () => (await table()) === 'anna 60');
    expect((await api.query('/v1/players/anna')).body).toMatchObject({ stats: { points: 60 } });
    expect((await api.query('/v1/events?status=quarantined')).body).toMatchObject({ entries: [{ eventId: 'a2' }] });
  });

  it('does not make a player', async () => {
    expect((await score('n1', 'nobody', 101)).body).toMatchObject({ status: 'quarantined' });
    expect(await api.query('/v1/players/nobody')).toMatchObject({ status: 404 });
  });

  it('waits in a list, the longest first, and a second sending changes nothing', async () => {
    expect((await score('a2', 'anna', 150)).body).toMatchObject({ status: 'duplicate' });
    expect((await score('a2', 'anna', 90)).body).toMatchObject({ status: 'conflict' });
    expect((await api.admin('/v1/quarantine')).body).toMatchObject({
      waiting: 2,
      entries: [
        { eventId: 'a2', playerId: 'anna', type: 'scored', stat: 'points', bound: 'max', limit: 100, amount: 150 },
        { eventId: 'n1', playerId: 'nobody' },
      ],
    });
    expect(await waiting('?playerId=nobody')).toEqual(['n1']);
    const { next } = (await api.admin('/v1/quarantine?limit=1')).body;
    expect((await api.admin(`/v1/quarantine?limit=1&cursor=${String(next)}`)).body).toMatchObject({
      ...{ waiting: 2, entries: [{ eventId: 'n1' }], next: null },
    });
    expect(await api.admin(`/v1/quarantine?cursor=${String(next)}&stat=points`)).toMatchObject({
      body: { code: 'events.invalid_cursor' },
    });
    expect(await waiting('?stat=goals')).toEqual([]);
  });

  it('counts as the event that it was once it is released, and can be taken back then', async () => {
    expect(await review('a2', 'release', 'anna')).toMatchObject({
      ...{ status: 202, body: { eventId: 'a2', commandId: 'laurel.review.a2', status: 'accepted' } },
    });
    const event = await reviewed('a2', 'anna');
    expect(event).toMatchObject({
      status: 'quarantined',
      review: { verdict: 'released', reason: 'Looked at.', effects: [{ kind: 'record', amount: 150, value: 210 }, {}] },
    });
    await until('the table has it', async () => (await table()) === 'anna 210');
    expect(await waiting()).toEqual(['n1']);

    const voided = await api.voidEvent('a2', { playerId: 'anna', reason: 'After all.' });
    expect(voided).toMatchObject({ status: 202 });
    await until('it is taken back', async () => (await table()) === 'anna 60');
  });

  it('never counts once it is rejected', async () => {
    expect(await review('n1', 'reject', 'nobody')).toMatchObject({ status: 202 });
    expect(await reviewed('n1', 'nobody')).toMatchObject({ review: { verdict: 'rejected', effects: [] } });
    expect(await waiting()).toEqual([]);
    expect(await table()).toBe('anna 60');
    expect(await api.query('/v1/players/nobody')).toMatchObject({ status: 404 });
  });

  it('is reviewed once: the same verdict is answered again, another one refused', async () => {
    expect(await review('n1', 'reject', 'nobody')).toMatchObject({ status: 202 });
    expect(await review('n1', 'release', 'nobody')).toMatchObject({
      ...{ status: 409, body: { code: 'events.not_held_back' } },
    });
    expect(await review('a1', 'release', 'anna')).toMatchObject({
      ...{ status: 409, body: { code: 'events.not_held_back' } },
    });
  });

  it('may be one too many in an hour', async () => {
    for (const id of ['b1', 'b2']) expect((await score(id, 'bea', 100)).body).toMatchObject({ status: 'processed' });
    expect((await score('b3', 'bea', 60)).body).toMatchObject({
      ...{ status: 'quarantined', heldBack: { bound: 'perHour', limit: 250, amount: 260 } },
    });
    expect((await score('b4', 'bea', 50)).body).toMatchObject({ status: 'processed' });
  });

  it('is not there for another workspace', async () => {
    expect((await stranger.admin('/v1/quarantine')).body).toEqual({ entries: [], waiting: 0, next: null });
    expect(await review('b3', 'release', 'bea', stranger)).toMatchObject({ status: 404 });
  });

  it('counts once though it is released twice at once and scoring is killed meanwhile', async () => {
    await stack.scoring.kill();
    const both = await Promise.all([review('b3', 'release', 'bea'), review('b3', 'release', 'bea')]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    await stack.scoring.start();
    await reviewed('b3', 'bea');
    await until('the table has it', async () => (await table()) === 'bea 310, anna 60');
    expect(await verified()).toBe('right');
  });
});
