import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  currencies: [{ key: 'coins' }],
  rules: [
    { key: 'scored', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount: 1 }] },
    { key: 'bought', on: ['bought'], then: [{ effect: 'spend', currency: 'coins', amount: 5 }] },
  ],
  leaderboards: [],
};

interface Figures {
  readonly events: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly refused: number;
  readonly lagMs: { readonly p50: number | null; readonly p99: number | null };
  readonly activePlayers: number;
}
interface Activity {
  readonly total: Figures;
  readonly now: Figures & { readonly eventsPerSecond: number };
  readonly buckets: readonly (Figures & { readonly start: string })[];
}

const NOTHING = { events: 0, byStatus: {}, refused: 0, lagMs: { p50: null, p99: null }, activePlayers: 0 };

let stack: LaurelStack;
let workspace: TestWorkspace;
let api: Api;

const activity = async (range: string, of = api): Promise<Activity> =>
  (await of.query(`/v1/activity?range=${range}`)).body as unknown as Activity;

const scored = (number: number) => ({ eventId: `s-${number}`, type: 'scored', playerId: `p-${number % 8}` });

describe('how much happens', () => {
  beforeAll(async () => {
    stack = await LaurelStack.start();
    workspace = await stack.createWorkspace('activity', 'dev');
    api = new Api(stack, workspace.secretKey);
    expect(await api.publish(PROGRAM)).toMatchObject({ status: 201 });
  }, 120_000);

  afterAll(() => stack.stop());

  it('is counted where events are decided, over each range', async () => {
    const events = Array.from({ length: 40 }, (_, number) => scored(number));
    await api.sendBatch([...events, { eventId: 'b-1', type: 'bought', playerId: 'p-1' }]);
    await until('the first are decided', async () => (await activity('1h')).total.events === 41);
    await api.sendBatch(events.slice(0, 5));
    await until('all are counted', async () => (await activity('1h')).total.events === 46);
    for (const [range, buckets] of [['1h', 60] as const, ['24h', 96] as const, ['7d', 84] as const]) {
      const found = await activity(range);
      expect(found.total).toMatchObject({ byStatus: { processed: 41, duplicate: 5 }, refused: 1, activePlayers: 8 });
      expect(found.buckets).toHaveLength(buckets);
      expect(found.buckets.reduce((sum, bucket) => sum + bucket.events, 0)).toBe(46);
      const { p50, p99 } = found.total.lagMs;
      expect(Number(p50)).toBeGreaterThan(0);
      expect(Number(p99)).toBeGreaterThanOrEqual(Number(p50));
    }
  });

  it('is nobody else’s, and no player’s', async () => {
    const other = await stack.createWorkspace('elsewhere', 'dev');
    expect((await activity('24h', new Api(stack, other.secretKey))).total).toEqual(NOTHING);
    const token = String((await api.playerToken('p-1')).body['token']);
    expect(await new Api(stack, token).query('/v1/activity')).toMatchObject({ status: 403 });
    expect(await api.query('/v1/activity?range=1y')).toMatchObject({ status: 422 });
  });

  it('is never counted twice, whenever scoring is killed', async () => {
    const before = (await activity('24h')).total.events;
    const events = Array.from({ length: 100 }, (_, index) => scored(100 + index));
    for (let at = 0; at < events.length; at += 10) {
      await api.sendBatch(events.slice(at, at + 10));
      if (at !== 50) continue;
      await stack.scoring.kill();
      await stack.scoring.start();
    }
    await until(
      'all are decided',
      async () => (await api.query('/v1/events/s-199')).body['status'] === 'processed',
      60_000,
    );
    await stack.scoring.stop();
    const { total } = await activity('24h');
    expect(total.events).toBeLessThanOrEqual(before + 100);
    // What was decided since the restart is there: a service that is told to stop writes the rest.
    expect(total.events).toBeGreaterThan(before);
    expect(total.activePlayers).toBe(8);
  }, 120_000);
});
