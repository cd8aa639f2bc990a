import type { ProgramDocument } from './program.js';
import { releaseProgram, toProgramDocument } from './release-program.js';
import { programProblems } from './validate-program.js';

const MAY_DAYS = {
  key: 'may-days',
  from: '2026-05-01T00:00:00+02:00',
  to: '2026-05-04T00:00:00+02:00',
  hours: [{ zone: 'Europe/Berlin', days: ['sat', 'sun'] as const }],
  multiplier: 20_000,
  scope: {
    rules: ['win'],
    currencies: ['coins'],
    stats: ['points'],
    when: { stat: 'points', op: 'gte' as const, value: 10 },
  },
};

const program = (boosts: unknown): unknown => ({
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'wins', aggregation: 'count' },
  ],
  rules: [{ key: 'win', on: ['won'], then: [{ effect: 'award', currency: 'coins', amount: 1 }] }],
  leaderboards: [],
  boosts,
});

const problemsOf = (boosts: unknown): string[] =>
  programProblems(program(boosts)).map(({ path, rule }) => `${path} ${rule}`);

const withScope = (scope: object) => [{ ...MAY_DAYS, scope }];

describe('boosts of a program', () => {
  it('are released as they are written, and absent where there are none', () => {
    const document = program([MAY_DAYS]) as ProgramDocument;
    const { scope: _, hours: __, ...plain } = MAY_DAYS;

    expect(problemsOf([MAY_DAYS, { ...plain, key: 'plain' }])).toEqual([]);
    expect(toProgramDocument(releaseProgram(document, undefined, 1))).toEqual(document);
    expect(releaseProgram(program([]) as ProgramDocument, undefined, 1)).not.toHaveProperty('boosts');
  });

  it.each<[string, unknown, string[]]>([
    ['no end', [{ key: 'a', from: MAY_DAYS.from, multiplier: 1 }], ['/boosts/0/to required']],
    ['an end before the beginning', [{ ...MAY_DAYS, to: MAY_DAYS.from }], ['/boosts/0/to after-start']],
    ['a date that is none', [{ ...MAY_DAYS, from: 'may' }], ['/boosts/0/from date-time']],
    ['a multiplier of 0', [{ ...MAY_DAYS, multiplier: 0 }], ['/boosts/0/multiplier minimum']],
    ['a multiplier above 100', [{ ...MAY_DAYS, multiplier: 1_000_001 }], ['/boosts/0/multiplier maximum']],
    ['a multiplier that is no basis points', [{ ...MAY_DAYS, multiplier: 1.5 }], ['/boosts/0/multiplier type']],
    ['a zone that is none', [{ ...MAY_DAYS, hours: [{ zone: 'Mars' }] }], ['/boosts/0/hours/0/zone time-zone']],
    ['a key twice', [MAY_DAYS, MAY_DAYS], ['/boosts/1/key unique']],
    ['an empty scope', withScope({}), ['/boosts/0/scope minProperties']],
    ['a rule that is not there', withScope({ rules: ['win', 'lose'] }), ['/boosts/0/scope/rules/1 reference']],
    ['a currency that is not there', withScope({ currencies: ['gems'] }), ['/boosts/0/scope/currencies/0 reference']],
    ['a stat that is not there', withScope({ stats: ['goals'] }), ['/boosts/0/scope/stats/0 reference']],
    ['a stat that counts', withScope({ stats: ['wins'] }), ['/boosts/0/scope/stats/0 count']],
    [
      'a condition on nothing',
      withScope({ when: { not: { stat: 'goals', op: 'gt', value: 1 } } }),
      ['/boosts/0/scope/when/not/stat reference'],
    ],
    ['a first time', withScope({ when: { first_time: 'event' } }), ['/boosts/0/scope/when first-time']],
  ])('are refused with %s', (_, boosts, problems) => {
    expect(problemsOf(boosts)).toEqual(problems);
  });
});
