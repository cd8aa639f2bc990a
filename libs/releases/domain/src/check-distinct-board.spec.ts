import { checkProgram } from './check-program.js';
import type { ProgramDocument } from './program.js';
import { programProblems } from './validate-program.js';

const PROGRAM: ProgramDocument = {
  stats: [
    { key: 'maps', aggregation: 'distinct' },
    { key: 'points', aggregation: 'sum' },
  ],
  rules: [
    {
      key: 'seen',
      on: ['played'],
      then: [{ effect: 'record', stat: 'maps', value: { property: 'event.properties.map' } }],
    },
  ],
  leaderboards: [
    { key: 'explorers', source: { stat: 'maps' }, aggregation: 'best', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
const problems = (changes: Partial<ProgramDocument>) =>
  programProblems({ ...PROGRAM, ...changes }).map(({ path, rule }) => `${path} ${rule}`);
const [board] = PROGRAM.leaderboards;

describe('a stat of different values in a program', () => {
  it('is recorded by values, and ranked', () => {
    expect(programProblems(PROGRAM)).toEqual([]);
  });

  it('has no amounts, and other stats have no values', () => {
    const rules: ProgramDocument['rules'] = [
      {
        key: 'wrong',
        on: ['played'],
        then: [
          { effect: 'record', stat: 'maps', amount: 1 },
          { effect: 'record', stat: 'points', value: 'harbor' },
          { effect: 'record', stat: 'maps', value: { cel: 'event.' } },
        ],
      },
    ];
    expect(problems({ rules })).toEqual([
      '/rules/0/then/0/amount aggregation',
      '/rules/0/then/1/value aggregation',
      '/rules/0/then/2/value/cel expression',
    ]);
    const both = { effect: 'record', stat: 'maps', value: 'harbor', amount: 1 };
    expect(programProblems({ ...PROGRAM, rules: [{ key: 'both', on: ['played'], then: [both] }] })).toMatchObject([
      { path: '/rules/0/then/0/amount', rule: 'unknown' },
    ]);
  });

  it('has no decimals, no bounds of plausibility and no boosts', () => {
    const stats: ProgramDocument['stats'] = [{ key: 'maps', aggregation: 'distinct', scale: 2, plausible: { max: 3 } }];
    const time = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', multiplier: 20_000 };
    expect(problems({ stats })).toEqual(['/stats/0/scale whole', '/stats/0/plausible aggregation']);
    expect(problems({ boosts: [{ key: 'double', ...time, scope: { stats: ['maps'] } }] })).toEqual([
      '/boosts/0/scope/stats/0 count',
    ]);
  });

  it('is ranked by the best number of all time alone, and decides between no others', () => {
    const season = { kind: 'season', key: 's1', start: '2026-01-01T00:00:00Z', end: '2027-01-01T00:00:00Z' } as const;
    const columns = [{ stat: 'points', order: 'desc' }] as const;
    const leaderboards: ProgramDocument['leaderboards'] = board
      ? [
          { ...board, aggregation: 'sum', order: 'asc', ties: { columns }, windows: [{ kind: 'all' }, season] },
          { ...board, key: 'top', source: { stat: 'points' }, ties: { columns: [{ stat: 'maps', order: 'desc' }] } },
        ]
      : [];
    expect(checkProgram({ ...PROGRAM, leaderboards }).map(({ path, rule }) => `${path} ${rule}`)).toEqual(
      [
        '/leaderboards/0/aggregation',
        '/leaderboards/0/order',
        '/leaderboards/0/ties/columns',
        '/leaderboards/0/windows/1',
        '/leaderboards/1/ties/columns/0/stat',
      ].map((path) => `${path} aggregation`),
    );
  });
});
