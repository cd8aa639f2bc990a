import type { ReleasedProgram } from '@laurel/releases-domain';
import type { DecisionEvent } from '@laurel/rules-domain';
import fc from 'fast-check';
import { decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { compileProgram } from './program.js';

const RELEASED: ReleasedProgram = {
  stats: [
    { key: 'revenue', aggregation: 'sum', scale: 2, incarnation: 1 },
    { key: 'best', aggregation: 'max', scale: 3, incarnation: 1 },
  ],
  currencies: [{ key: 'euros', scale: 2 }],
  rules: [
    {
      key: 'sale',
      on: ['sold'],
      then: [
        { effect: 'record', stat: 'revenue', amount: { property: 'event.properties.price' } },
        { effect: 'record', stat: 'best', amount: { property: 'event.properties.price' } },
        { effect: 'award', currency: 'euros', amount: 0.01 },
      ],
    },
    {
      key: 'rich',
      on: ['sold'],
      when: {
        all: [
          { stat: 'revenue', op: 'gte', value: 99.99 },
          { balance: 'euros', op: 'lt', other: 'event.properties.price' },
          { cel: 'player.stats.revenue == 99.99 && player.balances.euros == 0.01' },
        ],
      },
      then: [{ effect: 'spend', currency: 'euros', amount: { cel: 'round(player.stats.revenue / 10000, 2)' } }],
    },
  ],
  leaderboards: [
    {
      key: 'sellers',
      incarnation: 1,
      source: { stat: 'revenue' },
      aggregation: 'sum',
      order: 'desc',
      ties: { columns: [], then: 'shared' },
      windows: [{ kind: 'all' }],
    },
  ],
};
const PROGRAM = compileProgram(1, RELEASED);

const sold = (price: unknown, index = 0): DecisionEvent => ({
  ...{ eventId: `e${index}`, type: 'sold', playerId: 'anna', occurredAt: 5 },
  properties: { price },
});

const after = (prices: readonly unknown[]): Player =>
  prices.reduce<Player>(
    (player, price, index) => decide(PROGRAM, player, sold(price, index), { now: 9 }).player,
    newPlayer('ws_1', 'anna', 0),
  );

const revenueOf = (player: Player) => player.stats.get('revenue@1')?.value;

describe('amounts with decimals', () => {
  it('are kept as integers by stats, boards and wallets', () => {
    const player = after([99.99]);

    expect([revenueOf(player), player.stats.get('best@1')?.value]).toEqual([9_999, 99_990]);
    expect(player.balances).toEqual(new Map([['euros', 1]]));
    expect(player.boards.get('sellers@1')?.get('all')?.score).toBe(9_999);
  });

  it('are compared and calculated with as they are written', () => {
    const { verdicts, effects } = decide(PROGRAM, after([99.99]), sold(0.02), { now: 9 });

    expect(verdicts).toEqual([
      { rule: 'sale', matched: true },
      { rule: 'rich', matched: true },
    ]);
    expect(effects).toContainEqual({ kind: 'spend', rule: 'rich', currency: 'euros', amount: 1, balance: 1 });
  });

  it.each([0.01, '0.01'])('are compared with the property %j exactly', (price) => {
    const { verdicts } = decide(PROGRAM, after([99.99]), sold(price), { now: 9 });

    expect(verdicts[1]).toMatchObject({ matched: false });
    expect(verdicts[1]?.reason).toContain('balance euros lt event.properties.price');
  });

  it('are refused, never rounded, where there are too many', () => {
    const { effects } = decide(PROGRAM, newPlayer('ws_1', 'anna', 0), sold(0.125), { now: 9 });

    expect(effects).toMatchObject([
      {
        kind: 'refused',
        code: 'rules.amount_not_integer',
        detail: 'event.properties.price is not a number with at most 2 decimals in this event',
      },
      { kind: 'record', stat: 'best', amount: 125 },
      { kind: 'award', amount: 1 },
    ]);
  });

  it('add up exactly, in any order', () => {
    const cents = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(
        fc
          .array(cents, { maxLength: 20 })
          .chain((units) => fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length }))),
        ([units, shuffled]) => {
          const sum = units.reduce((total, unit) => total + unit, 0);
          const totals = [units, shuffled].map((list) => revenueOf(after(list.map((unit) => unit / 100))) ?? 0);
          expect(totals).toEqual([sum, sum]);
        },
      ),
    );
  });
});
