import { amountsAround } from './amounts-around.js';

const rule = 'laurel.correction';

describe('the amounts around a correction', () => {
  it('are what each effect moved from and to', () => {
    expect(
      amountsAround([
        { kind: 'record', rule, stat: 'points', amount: -2, value: 5 },
        { kind: 'spend', rule, currency: 'coins', amount: 30, balance: 0 },
        { kind: 'award', rule, currency: 'gems', amount: 4, balance: -16 },
        { kind: 'standing', board: 'top@1', window: 'all', score: 5, columns: [], reachedAt: 1 },
      ]),
    ).toEqual({
      before: { stats: { points: 7 }, balances: { coins: 30, gems: -20 } },
      after: { stats: { points: 5 }, balances: { coins: 0, gems: -16 } },
    });
  });
});
