import type { StatDefinition } from '@laurel/rules-domain';
import { readImportLine } from './imported-player.js';

const STATS = new Map<string, StatDefinition>(
  [
    { key: 'points', aggregation: 'sum', incarnation: 1 } as const,
    { key: 'wins', aggregation: 'count', incarnation: 1 } as const,
    { key: 'maps', aggregation: 'distinct', incarnation: 1 } as const,
  ].map((stat) => [stat.key, stat]),
);

describe('the stats of a line of an import', () => {
  it('are amounts of stats that take some', async () => {
    const read = await readImportLine({ playerId: 'anna', stats: { points: -3, wins: 2 } }, 1_000, STATS);
    expect(read).toMatchObject({ ok: true, value: { stats: { points: -3, wins: 2 } } });
  });

  it.each([
    ['goals', 1, 'reference'],
    ['wins', -1, 'amount'],
    ['maps', 3, 'aggregation'],
  ])('are refused of %s with %d, by the rule %s', async (stat, amount, rule) => {
    const read = await readImportLine({ playerId: 'anna', stats: { [stat]: amount } }, 1_000, STATS);
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'http.invalid_input', errors: [{ path: `/stats/${stat}`, rule }] },
    });
  });
});
