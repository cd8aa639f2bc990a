import { until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'win', on: ['won'], then: [{ effect: 'record', stat: 'points', amount: 3 }] }],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
const RULE = '/v1/rules/win';

let stack: LaurelStack;
let dev: Api;
let staging: Api;
let stranger: Api;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  dev = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  staging = new Api(stack, (await stack.createWorkspace('demo', 'staging')).secretKey);
  stranger = new Api(stack, (await stack.createWorkspace('other', 'staging')).secretKey);
  await dev.publish(PROGRAM);
});
afterAll(() => stack.stop());

const etagOf = ({ headers }: Answer): Record<string, string> => ({ 'if-match': headers.get('etag') ?? '' });

/** Sends an event and waits for its outcome: by which release it was decided, and how many points it brought. */
async function win(api: Api, eventId: string): Promise<[release: unknown, amount: unknown]> {
  await api.sendEvent({ eventId, type: 'won', playerId: 'ann' });
  const { body } = await until(`${eventId} is decided`, async () => {
    const answer = await api.query(`/v1/events/${eventId}`);
    return answer.status === 200 && answer.body['status'] === 'processed' ? answer : undefined;
  });
  return [body['release'], (body['effects'] as { amount?: number }[])[0]?.amount];
}

describe('a change of the rules', () => {
  it('is edited in a draft, which decides nothing', async () => {
    expect(await win(dev, 'w1')).toEqual([1, 3]);
    const seen = await dev.admin(RULE);

    const changed = await dev.edit(
      'PATCH',
      RULE,
      { then: [{ effect: 'record', stat: 'points', amount: 5 }] },
      etagOf(seen),
    );
    const late = await dev.edit('DELETE', RULE, undefined, etagOf(seen));

    expect([changed.status, late.status]).toEqual([200, 412]);
    expect(await win(dev, 'w2')).toEqual([1, 3]);
  });

  it('is shown before it is published, and decides events from then on', async () => {
    expect((await dev.edit('POST', '/v1/draft/validate')).body).toEqual({ valid: true, problems: [], warnings: [] });
    const diff = await dev.admin('/v1/draft/diff');
    expect(diff.body).toMatchObject({
      from: 1,
      kinds: [{ kind: 'rules', changed: [{ key: 'win', fields: [{ path: '/then/0/amount', before: 3, after: 5 }] }] }],
      consequences: [],
    });

    const published = await dev.edit('POST', '/v1/releases', { note: 'more for a win' }, etagOf(diff));

    expect(published).toMatchObject({ status: 201, body: { release: 2, announcedAt: expect.any(String) } });
    expect(await win(dev, 'w3')).toEqual([2, 5]);
    expect((await dev.query('/v1/events/w1')).body).toMatchObject({ release: 1 });
  });

  it('is rolled back, and what players have stays', async () => {
    const rolledBack = await dev.edit('POST', '/v1/releases/1/rollback', { note: 'too much' });

    expect(rolledBack).toMatchObject({ status: 201, body: { release: 3, note: 'Rollback to release 1: too much' } });
    expect(await win(dev, 'w4')).toEqual([3, 3]);
    await until('the table has all of it', async () => {
      const { entries } = (await dev.query('/v1/leaderboards/top')).body as { entries: { score: number }[] };
      return entries[0]?.score === 14;
    });
  });

  it('is promoted to another environment of the tenant, after a look at what it changes there', async () => {
    const promotion = { from: 'dev', release: 2, to: 'staging' };

    const shown = await dev.edit('POST', '/v1/promotions', { ...promotion, dryRun: true });
    expect(shown).toMatchObject({ status: 200, body: { published: null, diff: { from: 0, to: 1 } } });
    expect((await staging.admin('/v1/releases')).body['entries']).toEqual([]);

    const seen = { ...promotion, expect: (shown.body['diff'] as { from: number }).from };
    expect((await dev.edit('POST', '/v1/promotions', seen)).status).toBe(201);
    expect((await dev.edit('POST', '/v1/promotions', seen)).status).toBe(412);
    expect(await win(staging, 'w1')).toEqual([1, 5]);
    expect((await stranger.admin('/v1/releases')).body['entries']).toEqual([]);
    expect((await stranger.edit('POST', '/v1/promotions', { ...seen, from: 'staging', to: 'dev' })).status).toBe(404);
  });
});
