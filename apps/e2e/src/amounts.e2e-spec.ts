import { until } from '@laurel/testing';
import { type Answer, Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const ALWAYS = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
const PROGRAM = {
  stats: [{ key: 'revenue', aggregation: 'sum', scale: 2 }],
  currencies: [{ key: 'credit', scale: 2 }],
  rules: [
    {
      key: 'sale',
      on: ['sold'],
      then: [
        { effect: 'record', stat: 'revenue', amount: { property: 'event.properties.price' } },
        { effect: 'award', currency: 'credit', amount: '0.99' },
      ],
    },
    {
      key: 'large',
      on: ['sold'],
      when: { stat: 'revenue', op: 'gte', value: 100.1 },
      then: [{ effect: 'award', currency: 'credit', amount: 5 }],
    },
  ],
  leaderboards: [
    { key: 'sellers', source: { stat: 'revenue' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
  boosts: [
    { key: 'half-more', ...ALWAYS, multiplier: 15_000, scope: { currencies: ['credit'] } },
    { key: 'twice', ...ALWAYS, multiplier: 20_000, scope: { rules: ['large'] } },
  ],
};

let stack: LaurelStack;
let api: Api;

const sell = (eventId: string, price: unknown, playerId = 'anna'): Promise<Answer> =>
  api.sendAndWait({ eventId, type: 'sold', playerId, properties: { price } }, 10);

beforeAll(async () => {
  stack = await LaurelStack.shared();
  api = new Api(stack, (await stack.createWorkspace('shop', 'dev')).secretKey);
  await api.publish(PROGRAM);
  let attempt = 0;
  await until('an outcome is answered', async () => {
    const answer = await sell(`first-${(attempt += 1)}`, 1, 'somebody');
    return answer.status === 200 && answer.body['release'] === 1;
  });
});
afterAll(() => stack.stop());

describe('a program with decimals and boosts', () => {
  it('counts prices to the cent, and tells which boosts made an amount', async () => {
    expect((await sell('s-1', 100.07)).body).toMatchObject({
      effects: [
        { kind: 'record', stat: 'revenue', amount: 10_007, value: 10_007 },
        { kind: 'award', currency: 'credit', amount: 148, base: 99, boosts: ['half-more'], balance: 148 },
        { kind: 'standing', board: 'sellers', score: 10_007 },
      ],
    });
    await sell('s-2', '0.03');
    await sell('s-3', 20);

    expect((await api.query('/v1/events/s-3')).body).toMatchObject({
      rules: [{ matched: true }, { matched: true }],
      effects: [
        { kind: 'record', amount: 2_000, value: 12_010 },
        { kind: 'award', rule: 'sale', amount: 148 },
        { kind: 'award', rule: 'large', amount: 1_500, base: 500, boosts: ['half-more', 'twice'] },
        { kind: 'standing', score: 12_010 },
      ],
    });
    expect((await api.query('/v1/players/anna')).body).toMatchObject({
      stats: { revenue: 12_010 },
      balances: { credit: 3 * 148 + 1_500 },
    });
  });

  it('takes back what boosts added with the event', async () => {
    await sell('v-1', 200, 'bea');
    await sell('v-2', 1, 'bea');
    await api.voidEvent('v-1', { playerId: 'bea', reason: 'Returned.' });

    // Without the first sale the second is no longer one of somebody who sold for so much.
    const body = await until('the sale is taken back', async () => {
      const answer = await api.query('/v1/players/bea');
      return (answer.body['stats'] as { revenue: number }).revenue === 100 ? answer.body : undefined;
    });
    expect(body).toMatchObject({ balances: { credit: 148 } });
  });

  it('refuses what is not to the cent, and nothing else of the event', async () => {
    expect((await sell('r-1', 0.125, 'carl')).body).toMatchObject({
      effects: [
        { kind: 'refused', code: 'rules.amount_not_integer' },
        { kind: 'award', amount: 148 },
      ],
    });
  });
});
