import type { ReleasedProgram } from '@laurel/releases-domain';
import { decide } from './decide.js';
import { newPlayer } from './player.js';
import { compileProgram } from './program.js';

const RELEASED: ReleasedProgram = {
  stats: [{ key: 'revenue', aggregation: 'sum', scale: 2, incarnation: 1 }],
  currencies: [{ key: 'coins' }],
  boosts: [
    { key: 'launch', from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z', multiplier: 15_000 },
    { key: 'again', from: '2026-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z', multiplier: 11_000 },
  ],
  rules: [
    {
      key: 'sale',
      on: ['sold'],
      then: [
        { effect: 'record', stat: 'revenue', amount: 0.99 },
        { effect: 'award', currency: 'coins', amount: 10 },
      ],
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

const decideAt = (at: string) =>
  decide(
    compileProgram(1, RELEASED),
    newPlayer('ws_1', 'anna', 0),
    { eventId: 'e1', type: 'sold', playerId: 'anna', occurredAt: Date.parse(at), properties: {} },
    { now: 9 },
  );

describe('a decision under boosts', () => {
  it('counts what they come to for stats, wallet and boards, and records which they were', () => {
    const { player, effects } = decideAt('2026-05-02T00:00:00Z');

    // 99 units × 1.65 is 163.35.
    expect(effects).toMatchObject([
      { kind: 'record', amount: 163, value: 163, base: 99, boosts: ['again', 'launch'] },
      { kind: 'award', amount: 16, balance: 16, base: 10, boosts: ['again', 'launch'] },
      { kind: 'standing', score: 163 },
    ]);
    expect([player.stats.get('revenue@1')?.value, player.balances.get('coins')]).toEqual([163, 16]);
  });

  it('is as without them behind their end', () => {
    const { effects } = decideAt('2026-06-01T00:00:00Z');

    expect(effects[0]).toEqual({ kind: 'record', rule: 'sale', stat: 'revenue', amount: 99, value: 99 });
    expect(effects[1]).toEqual({ kind: 'award', rule: 'sale', currency: 'coins', amount: 10, balance: 10 });
  });
});
