import { toProgramDocument, releaseProgram } from './release-program.js';
import { validateProgram } from './validate-program.js';

const LEAGUE = {
  window: 'weekly',
  groupSize: 50,
  tiers: [
    { key: 'bronze', promote: { count: 10 } },
    { key: 'silver', promote: { percent: 20 }, relegate: { percent: 20 } },
    { key: 'gold', relegate: { count: 5 } },
  ],
  band: { attribute: 'rating', edges: [1000, 1500.5] },
  idle: 'relegate',
};

const programWith = (league: unknown, more: object = {}) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  segments: [{ key: 'pros', when: { attribute: 'pro', op: 'eq', value: true } }],
  leaderboards: [
    {
      ...{ key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [
        { kind: 'all' },
        { kind: 'weekly' },
        { kind: 'season', key: 'summer', start: '2026-06-01T00:00:00Z', end: '2026-09-01T00:00:00Z' },
      ],
      league,
      ...more,
    },
  ],
});

function problemsOf(league: unknown, more?: object): string[] {
  const result = validateProgram(programWith(league, more));
  return result.ok ? [] : (result.error.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
}

describe('the league of a leaderboard', () => {
  it.each([
    ['with tiers, bands and an idle rule', LEAGUE],
    ['with bands of a segment', { ...LEAGUE, band: { segment: 'pros' } }],
    ['that is a cohort: one tier', { window: 'weekly', groupSize: 2, tiers: [{ key: 'all' }] }],
  ])('is valid %s', (_, league) => {
    expect(problemsOf(league)).toEqual([]);
  });

  it('is the only thing called so, also before there is one: splits have other names', () => {
    const splits = [{ key: 'league', attributes: ['country'] }];

    expect(problemsOf(undefined, { splits })).toEqual(['/leaderboards/0/splits/0/key reserved']);
    expect(problemsOf(LEAGUE, { splits })).toEqual(['/leaderboards/0/splits/0/key reserved']);
  });

  it.each<[string, object, string]>([
    ['window', { window: 'daily' }, '/leaderboards/0/league/window reference'],
    ['window', { window: 'summer' }, '/leaderboards/0/league/window recurring'],
    ['window', { window: 'all' }, '/leaderboards/0/league/window recurring'],
    ['size', { groupSize: 1 }, '/leaderboards/0/league/groupSize minimum'],
    ['size', { groupSize: 1001 }, '/leaderboards/0/league/groupSize maximum'],
    ['tiers', { tiers: [] }, '/leaderboards/0/league/tiers minItems'],
    ['tiers', { tiers: [{ key: 'a' }, { key: 'a' }] }, '/leaderboards/0/league/tiers/1/key unique'],
    ['tiers', { tiers: [{ key: 'a', relegate: { count: 1 } }] }, '/leaderboards/0/league/tiers/0/relegate lowest'],
    ['tiers', { tiers: [{ key: 'a', promote: { count: 1 } }] }, '/leaderboards/0/league/tiers/0/promote highest'],
    [
      'tiers',
      { tiers: [{ key: 'a' }, { key: 'b', promote: { count: 30 }, relegate: { percent: 50 } }, { key: 'c' }] },
      '/leaderboards/0/league/tiers/1 group-size',
    ],
    ['band', { band: { segment: 'gone' } }, '/leaderboards/0/league/band/segment reference'],
    ['band', { band: { attribute: 'a', edges: [2, 2] } }, '/leaderboards/0/league/band/edges/1 ascending'],
    ['idle', { idle: 'vanish' }, '/leaderboards/0/league/idle enum'],
  ])('is refused for its %s', (_, change, problem) => {
    expect(problemsOf({ ...LEAGUE, ...change })).toContain(problem);
  });

  it.each([
    ['counts and hundredths at once', { tiers: [{ key: 'a', promote: { count: 1, percent: 1 } }, { key: 'b' }] }],
    ['edges of a segment', { band: { segment: 'pros', edges: [1] } }],
    ['what it does not know', { teams: 3 }],
  ])('is refused for %s', (_, change) => {
    expect(problemsOf({ ...LEAGUE, ...change })).not.toEqual([]);
  });

  it('leaves no split of its board the name of its groups', () => {
    expect(problemsOf(LEAGUE, { splits: [{ key: 'league', attributes: ['country'] }] })).toEqual([
      '/leaderboards/0/splits/0/key reserved',
    ]);
  });

  it('leaves its board no limit of rows', () => {
    expect(problemsOf(LEAGUE, { sizeLimit: 100 })).toEqual(['/leaderboards/0/sizeLimit league']);
  });

  it('is published as it was written, and a change of it does not make the board begin anew', () => {
    const valid = validateProgram(programWith(LEAGUE));
    const other = validateProgram(programWith({ ...LEAGUE, groupSize: 100 }));
    if (!valid.ok || !other.ok) throw new Error('the program was refused');
    const first = releaseProgram(valid.value, undefined, 1, 0);
    expect(toProgramDocument(first).leaderboards[0]?.league).toEqual(LEAGUE);
    expect(releaseProgram(other.value, first, 2, 0).leaderboards[0]?.incarnation).toBe(1);
  });
});
