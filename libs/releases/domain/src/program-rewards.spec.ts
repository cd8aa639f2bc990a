import type { ProgramDocument } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';
import { validateProgram } from './validate-program.js';

const coins = { key: 'coins', what: [{ currency: 'coins', amount: 50 }] };
const weekly = {
  key: 'weekly',
  leaderboard: 'top',
  tiers: [{ name: 'gold', ranks: { from: 1, to: 1 }, rewards: ['coins'] }],
};
const programOf = (more: object) => ({
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'best', aggregation: 'max' },
  ],
  rules: [],
  leaderboards: [
    {
      ...{ key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'all' }, { kind: 'weekly' }],
      splits: [{ key: 'country', attributes: ['country'] }],
    },
    {
      ...{ key: 'cup', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'weekly' }],
      league: { window: 'weekly', groupSize: 50, tiers: [{ key: 'bronze' }, { key: 'gold' }] },
    },
    { key: 'ever', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
  rewards: [coins],
  rewardSchedules: [weekly],
  ...more,
});
const tiersOf = (...tiers: object[]) => ({
  rewardSchedules: [
    { ...weekly, tiers: tiers.map((tier, index) => ({ name: `t${index}`, rewards: ['coins'], ...tier })) },
  ],
});
const schedule = (more: object) => ({ rewardSchedules: [{ ...weekly, ...more }] });
const reward = (part: object) => ({ rewards: [{ key: 'coins', what: [part] }] });

function problemsOf(program: unknown): (readonly [string, string, string])[] {
  const result = validateProgram(program);
  return result.ok ? [] : (result.error.errors ?? []).map(({ path, rule, message }) => [path, rule, message] as const);
}
const placesOf = (program: unknown): string[] => problemsOf(program).map(([path, rule]) => `${path} ${rule}`);

describe('rewards and their schedules in a program', () => {
  it('are optional, and published again as they are read', () => {
    const validated = validateProgram(programOf({}));
    const program = validated.ok ? validated.value : undefined;
    expect(program).toBeDefined();
    const released = releaseProgram(program as ProgramDocument, undefined, 1);
    expect(released.rewardSchedules).toEqual([{ ...weekly, incarnation: 1 }]);
    expect(releaseProgram(toProgramDocument(released), released, 2)).toEqual(released);
    const none = releaseProgram({ ...(program as ProgramDocument), rewards: [], rewardSchedules: [] }, released, 2);
    expect(none).not.toHaveProperty('rewards');
    expect(none).not.toHaveProperty('rewardSchedules');
    expect(releaseProgram(program as ProgramDocument, none, 3).rewardSchedules?.[0]?.incarnation).toBe(3);
  });

  it.each(['league', 'league:gold'])('may be for each group of a league: %s', (per) => {
    expect(problemsOf(programOf(schedule({ leaderboard: 'cup', per })))).toEqual([]);
  });

  it('may give any currency where none is declared, titles, items and sums', () => {
    const what = [...coins.what, { title: 'champion' }, { item: 'chest', quantity: 2 }, { stat: 'points', amount: 5 }];
    expect(problemsOf(programOf({ rewards: [{ key: 'coins', name: 'All', what }] }))).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['an amount of nothing', reward({ currency: 'coins', amount: 0 }), ['/rewards/0/what/0/amount positive']],
    ['half a coin', reward({ currency: 'coins', amount: 0.5 }), ['/rewards/0/what/0/amount scale']],
    ['a stat that is none', reward({ stat: 'xp', amount: 1 }), ['/rewards/0/what/0/stat reference']],
    ['a stat that is no sum', reward({ stat: 'best', amount: 1 }), ['/rewards/0/what/0/stat aggregation']],
    ['no item', reward({ item: 'chest', quantity: 0 }), ['/rewards/0/what/0/quantity minimum']],
    [
      'nothing known',
      reward({ coupon: 'x' }),
      ['/rewards/0/what/0/title required', '/rewards/0/what/0/coupon unknown'],
    ],
    [
      'a currency that is not declared',
      { ...reward({ currency: 'gems', amount: 1 }), currencies: [{ key: 'coins' }] },
      ['/rewards/0/what/0/currency reference'],
    ],
    ['a leaderboard that is none', schedule({ leaderboard: 'x' }), ['/rewardSchedules/0/leaderboard reference']],
    ['a leaderboard that never ends', schedule({ leaderboard: 'ever' }), ['/rewardSchedules/0/leaderboard ends']],
    ['a window that never ends', schedule({ windows: ['all'] }), ['/rewardSchedules/0/windows/0 reference']],
    ['a league where there is none', schedule({ per: 'league' }), ['/rewardSchedules/0/per reference']],
    [
      'a tier that the league has not',
      schedule({ leaderboard: 'cup', per: 'league:silver' }),
      ['/rewardSchedules/0/per reference'],
    ],
    ['a split that is none', schedule({ per: 'team' }), ['/rewardSchedules/0/per reference']],
    [
      'a segment that is none',
      schedule({ eligible: { segment: 'x' } }),
      ['/rewardSchedules/0/eligible/segment reference'],
    ],
    ['no tiers', schedule({ tiers: [] }), ['/rewardSchedules/0/tiers minItems']],
    ['more than all', tiersOf({ topPercent: 101 }), ['/rewardSchedules/0/tiers/0/topPercent maximum']],
    ['a schedule twice', { rewardSchedules: [weekly, weekly] }, ['/rewardSchedules/1/key unique']],
  ])('are refused with %s', (_, more, problems) => {
    expect(placesOf(programOf(more))).toEqual(problems);
  });

  it.each<[string, object, string, string, string]>([
    [
      'that gives what there is not',
      tiersOf({ ranks: { from: 1, to: 1 }, rewards: ['x'] }),
      ...(['/tiers/0/rewards/0', 'reference', 'tier "t0": there is no reward "x" in this program'] as const),
    ],
    [
      'that overlaps another',
      tiersOf({ ranks: { from: 1, to: 3 } }, { ranks: { from: 3, to: 5 } }),
      ...(['/tiers/1/ranks/from', 'overlap', 'tier "t1": places overlap those of tier "t0"'] as const),
    ],
    [
      'that leaves places out',
      tiersOf({ ranks: { from: 1, to: 3 } }, { ranks: { from: 6, to: 8 } }),
      ...([
        '/tiers/1/ranks/from',
        'gap',
        'tier "t1": places 4 to 5 get nothing before it; set gaps to allow that',
      ] as const),
    ],
    [
      'that ends before it begins',
      tiersOf({ ranks: { from: 1, to: 0 } }),
      ...(['/tiers/0/ranks/to', 'minimum', 'must be >= 1'] as const),
    ],
    [
      'that a wider one comes before',
      tiersOf({ topPercent: 10 }, { topPercent: 5 }),
      ...(['/tiers/1/topPercent', 'overlap', 'tier "t1": is covered by tier "t0"'] as const),
    ],
    [
      'that an easier one comes before',
      tiersOf({ minScore: 10 }, { minScore: 20 }),
      ...(['/tiers/1/minScore', 'overlap', 'tier "t1": is covered by tier "t0"'] as const),
    ],
    [
      'of the name of another',
      tiersOf({ topPercent: 5, name: 'top' }, { topPercent: 10, name: 'top' }),
      ...(['/tiers/1/name', 'unique', 'another tier of this schedule is called "top"'] as const),
    ],
  ])('are refused with a tier %s, which is named', (_, more, path, rule, message) => {
    expect(problemsOf(programOf(more))).toEqual([[`/rewardSchedules/0${path}`, rule, message]]);
  });

  it('may leave places out where the schedule says so', () => {
    const tiers = [{ name: 'tenth', ranks: { from: 10, to: 10 }, rewards: ['coins'] }];
    expect(problemsOf(programOf({ rewardSchedules: [{ ...weekly, tiers, gaps: true }] }))).toEqual([]);
  });
});
