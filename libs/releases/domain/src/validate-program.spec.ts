import type { DomainError } from '@laurel/kernel';
import fc from 'fast-check';
import { validateProgram } from './validate-program.js';

const condition = { property: 'event.properties.goalsFor', op: 'gt', value: 3 };

const SPEND_GEMS = { effect: 'spend', currency: 'gems', amount: 1 };

/** A program that uses everything there is. */
const valid = () => ({
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'goal_difference', aggregation: 'sum' },
    { key: 'goals', aggregation: 'sum' },
    { key: 'matches', aggregation: 'count' },
  ],
  rules: [
    {
      key: 'win',
      on: ['match_played', 'cup.match_played'],
      when: {
        all: [
          { property: 'event.properties.goalsFor', op: 'gt', other: 'event.properties.goalsAgainst' },
          { any: [condition, { not: { property: 'event.properties.friendly', op: 'exists', value: true } }] },
          { property: 'event.properties.season', op: 'in', value: ['2013-14', '2014-15', null] },
        ],
      },
      then: [
        { effect: 'record', stat: 'points', amount: 3 },
        { effect: 'award', currency: 'coins', amount: { property: 'event.properties.goalsFor' } },
      ],
    },
    {
      key: 'goals',
      on: ['match_played'],
      then: [
        { effect: 'record', stat: 'goals', amount: { property: 'event.properties.goalsFor' } },
        { effect: 'record', stat: 'matches', amount: { property: 'event.properties.goalsFor', negate: true } },
      ],
    },
    {
      key: 'weekend',
      on: ['match_played'],
      priority: 10,
      stop: true,
      active: {
        from: '2014-08-01T00:00:00Z',
        to: '2015-06-01T00:00:00Z',
        hours: [{ zone: 'Europe/London', days: ['sat'] }],
      },
      limits: [
        { per: 'day', times: 3, zone: 'Europe/London' },
        { per: 'ever', times: 100 },
      ],
      cooldownSeconds: 3600,
      firstPlayers: 100,
      when: {
        all: [
          { stat: 'points', op: 'gte', value: 10 },
          { balance: 'coins', op: 'lt', other: 'event.properties.price' },
          { first_time: 'event' },
          { time: { zone: 'Europe/London', from: '15:00', to: '18:00' } },
        ],
      },
      then: [
        { effect: 'record', stat: 'points', amount: 1 },
        { effect: 'set', attribute: 'tier', value: { property: 'event.properties.tier' } },
        { effect: 'emit', type: 'weekend_won', properties: { points: { cel: 'player.stats.points' }, season: null } },
      ],
    },
  ],
  leaderboards: [
    {
      key: 'premier-league',
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      ties: {
        columns: [
          { stat: 'goal_difference', order: 'desc' },
          { stat: 'goals', order: 'desc', bounds: { min: 0, max: 500 } },
        ],
        then: 'shared',
      },
      windows: [
        { kind: 'all' },
        { kind: 'season', key: '2014-15', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00+02:00' },
      ],
    },
    { key: 'plain', source: { stat: 'points' }, aggregation: 'best', order: 'asc', windows: [{ kind: 'all' }] },
  ],
});

/** Sets what a JSON pointer points at in a copy of the valid program; undefined removes it. */
function changed(pointer: string, value: unknown): unknown {
  const program = structuredClone(valid());
  const names = pointer.split('/').slice(1);
  const last = names.pop() ?? '';
  const parent = names.reduce<Record<string, unknown>>(
    (node, name) => node[name] as Record<string, unknown>,
    program as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return program;
}

function refusalOf(document: unknown): DomainError {
  const result = validateProgram(document);
  if (result.ok) throw new Error('the program was found valid');
  return result.error;
}

const problemsOf = (document: unknown): string[] =>
  (refusalOf(document).errors ?? []).map(({ path, rule }) => `${path} ${rule}`);

describe('a program', () => {
  it('is valid when everything in it is', () => {
    expect(validateProgram(valid())).toEqual({ ok: true, value: valid() });
  });

  it('may be empty: every event is recorded and nothing follows', () => {
    expect(validateProgram({ stats: [], rules: [], leaderboards: [] }).ok).toBe(true);
  });

  it('is refused with how many problems it has', () => {
    expect(refusalOf({ stats: [], rules: [] })).toMatchObject({
      code: 'releases.invalid_program',
      kind: 'invalid',
      detail: 'The program has 1 problem; nothing was published.',
      errors: [{ path: '/leaderboards', rule: 'required', message: 'is required' }],
    });
    expect(refusalOf({}).detail).toContain('3 problems');
  });

  it.each([
    ['a list', '', []],
    ['null', '', null],
    ['a text', '', '{}'],
  ])('can not be %s', (_, path, document) => {
    expect(problemsOf(document)).toEqual([`${path} type`]);
  });

  it('lists every problem of its shape at once', () => {
    const program = {
      stats: [{ key: 'Points', aggregation: 'mean' }, { key: 'goals' }],
      rules: [
        {
          key: 'win',
          on: [],
          when: { property: 'goals', op: 'above', value: 1 },
          then: [{ effect: 'record', stat: 'points', amount: true }],
        },
      ],
      leaderboards: 'none',
      note: 'hello',
    };

    expect(problemsOf(program).sort()).toEqual([
      '/leaderboards type',
      '/note unknown',
      '/rules/0/on minItems',
      '/rules/0/then/0/amount type',
      '/rules/0/when/op enum',
      '/stats/0/aggregation enum',
      '/stats/0/key pattern',
      '/stats/1/aggregation required',
    ]);
  });

  it('lists every problem of its references at once', () => {
    const program = {
      stats: [
        { key: 'points', aggregation: 'sum' },
        { key: 'points', aggregation: 'max' },
      ],
      rules: [
        { key: 'win', on: ['laurel.levelled'], then: [{ effect: 'record', stat: 'goals', amount: 1 }] },
        { key: 'win', on: ['won'], then: [{ effect: 'award', currency: 'coins', amount: 1 }] },
      ],
      leaderboards: [
        {
          key: 'top',
          source: { stat: 'wins' },
          aggregation: 'sum',
          order: 'desc',
          ties: {
            columns: [
              { stat: 'wins', order: 'asc' },
              { stat: 'points', order: 'asc' },
              { stat: 'points', order: 'desc' },
            ],
          },
          windows: [
            { kind: 'all' },
            { kind: 'all' },
            { kind: 'season', key: 'all', start: '2014-08-01', end: '2014-13-01T00:00:00Z' },
            { kind: 'season', key: 's', start: '2015-01-01T00:00:00Z', end: '2015-01-01T01:00:00+01:00' },
          ],
        },
      ],
    };

    expect(problemsOf(program).sort()).toEqual([
      '/leaderboards/0/source/stat reference',
      '/leaderboards/0/ties/columns/0/stat distinct',
      '/leaderboards/0/ties/columns/0/stat reference',
      '/leaderboards/0/ties/columns/2/stat distinct',
      '/leaderboards/0/windows/1/key unique',
      '/leaderboards/0/windows/2/end date-time',
      '/leaderboards/0/windows/2/key reserved',
      '/leaderboards/0/windows/2/key unique',
      '/leaderboards/0/windows/2/start date-time',
      '/leaderboards/0/windows/3/end after-start',
      '/rules/0/on/0 reserved',
      '/rules/0/then/0/stat reference',
      '/rules/1/key unique',
      '/stats/1/key unique',
    ]);
  });

  it('names the fields at fault in the terms of JSON pointers, whatever characters they hold', () => {
    expect(problemsOf({ ...valid(), 'a/b~c': 1 })).toEqual(['/a~1b~0c unknown']);
  });

  it('is not spoilt by names that every object inherits', () => {
    const json = JSON.stringify(valid()).replace('{', '{"__proto__":{"stats":[]},"constructor":1,');

    expect(problemsOf(JSON.parse(json)).sort()).toEqual(['/__proto__ unknown', '/constructor unknown']);
  });

  it.each<[string, string, unknown, string]>([
    ['an attribute that is a list', '/rules/2/then/1/value', [1], '/rules/2/then/1/value type'],
    ['an attribute that is too long', '/rules/2/then/1/value', 'x'.repeat(257), '/rules/2/then/1/value maxLength'],
    ['an attribute that is no slug', '/rules/2/then/1/attribute', 'A b', '/rules/2/then/1/attribute pattern'],
    ['emitting what Laurel alone does', '/rules/2/then/2/type', 'laurel.won', '/rules/2/then/2/type reserved'],
    ['emitting in a loop', '/rules/2/then/2/type', 'match_played', '/rules/2/then/2/type loop'],
    ['no first players', '/rules/2/firstPlayers', 0, '/rules/2/firstPlayers minimum'],
    ['too many first players', '/rules/2/firstPlayers', 10_001, '/rules/2/firstPlayers maximum'],
    ['emitting a list', '/rules/2/then/2/properties/season', [], '/rules/2/then/2/properties/season type'],
    ['a stat without a key', '/stats/0/key', undefined, '/stats/0/key required'],
    ['a key that is no slug', '/rules/0/key', 'Win!', '/rules/0/key pattern'],
    ['a key of 64 characters', '/rules/0/key', 'a'.repeat(64), '/rules/0/key pattern'],
    ['an unknown aggregation of a stat', '/stats/3/aggregation', 'best', '/stats/3/aggregation enum'],
    ['an unknown aggregation of a board', '/leaderboards/1/aggregation', 'max', '/leaderboards/1/aggregation enum'],
    [
      'bounds without an end',
      '/leaderboards/0/ties/columns/1/bounds/max',
      undefined,
      '/leaderboards/0/ties/columns/1/bounds/max required',
    ],
    [
      'a bound that is no safe integer',
      '/leaderboards/0/ties/columns/1/bounds/max',
      2 ** 53,
      '/leaderboards/0/ties/columns/1/bounds/max maximum',
    ],
    [
      'bounds that hold nothing',
      '/leaderboards/0/ties/columns/1/bounds/max',
      -1,
      '/leaderboards/0/ties/columns/1/bounds/max not-below-min',
    ],
    [
      'bounds of a score that hold nothing',
      '/leaderboards/1/source/bounds',
      { min: 1, max: 0 },
      '/leaderboards/1/source/bounds/max not-below-min',
    ],
    ['an unknown order', '/leaderboards/1/order', 'up', '/leaderboards/1/order enum'],
    ['an event type that is none', '/rules/0/on/0', 'Match Played', '/rules/0/on/0 pattern'],
    ['a rule on nothing', '/rules/1/on', [], '/rules/1/on minItems'],
    ['a rule without effects', '/rules/1/then', [], '/rules/1/then minItems'],
    ['an unknown effect', '/rules/1/then/0/effect', 'steal', '/rules/1/then/0/effect enum'],
    ['an effect of another one’s field', '/rules/1/then/0/currency', 'coins', '/rules/1/then/0/currency unknown'],
    ['an effect without an amount', '/rules/1/then/0/amount', undefined, '/rules/1/then/0/amount required'],
    ['spending what is never awarded', '/rules/2/then/0', SPEND_GEMS, '/rules/2/then/0/currency reference'],
    ['an amount with a fraction', '/rules/0/then/0/amount', 0.5, '/rules/0/then/0/amount scale'],
    ['an amount that is a word', '/rules/0/then/0/amount', 'three', '/rules/0/then/0/amount pattern'],
    ['an amount of 2^53', '/rules/0/then/0/amount', 2 ** 53, '/rules/0/then/0/amount maximum'],
    ['an amount of −2^53', '/rules/0/then/0/amount', -(2 ** 53), '/rules/0/then/0/amount minimum'],
    ['an amount of 1e308', '/rules/0/then/0/amount', 1e308, '/rules/0/then/0/amount maximum'],
    ['an amount from nowhere', '/rules/1/then/0/amount/property', 'goals', '/rules/1/then/0/amount/property pattern'],
    ['a condition without a comparison', '/rules/0/when/all/0/op', undefined, '/rules/0/when/all/0/op required'],
    ['an empty list of conditions', '/rules/0/when/all', [], '/rules/0/when/all minItems'],
    ['a condition of two shapes', '/rules/0/when/any', [condition], '/rules/0/when/any unknown'],
    ['a condition that is a text', '/rules/0/when', 'goals > 3', '/rules/0/when type'],
    ['an unknown comparison', '/rules/0/when/all/0/op', 'matches', '/rules/0/when/all/0/op enum'],
    ['an order of texts', '/rules/0/when/all/1/any/0/value', '3', '/rules/0/when/all/1/any/0/value type'],
    ['a comparison with an object', '/rules/0/when/all/2/value/0', {}, '/rules/0/when/all/2/value/0 type'],
    [
      'a comparison with nothing',
      '/rules/0/when/all/1/any/0/value',
      undefined,
      '/rules/0/when/all/1/any/0/value required',
    ],
    ['two things to compare with', '/rules/0/when/all/0/value', 3, '/rules/0/when/all/0/value unknown'],
    ['a priority that is no integer', '/rules/2/priority', 0.5, '/rules/2/priority type'],
    [
      'a time at which a rule would begin that is none',
      '/rules/2/active/from',
      'May',
      '/rules/2/active/from date-time',
    ],
    [
      'an active time that ends as it begins',
      '/rules/2/active/to',
      '2014-08-01T00:00:00Z',
      '/rules/2/active/to after-start',
    ],
    ['an active time of nothing', '/rules/2/active', {}, '/rules/2/active minProperties'],
    ['hours of no zone', '/rules/2/active/hours/0/zone', 'London', '/rules/2/active/hours/0/zone time-zone'],
    ['hours of an unknown day', '/rules/2/active/hours/0/days/0', 'caturday', '/rules/2/active/hours/0/days/0 enum'],
    ['a limit of none', '/rules/2/limits/0/times', 0, '/rules/2/limits/0/times minimum'],
    ['two limits per day', '/rules/2/limits/1/per', 'day', '/rules/2/limits/1/per unique'],
    ['a limit in no zone', '/rules/2/limits/0/zone', 'GMT+25', '/rules/2/limits/0/zone time-zone'],
    ['a cooldown of nothing', '/rules/2/cooldownSeconds', 0, '/rules/2/cooldownSeconds minimum'],
    ['a condition over no stat', '/rules/2/when/all/0/stat', 'level', '/rules/2/when/all/0/stat reference'],
    ['a condition over no currency', '/rules/2/when/all/1/balance', 'gems', '/rules/2/when/all/1/balance reference'],
    ['a balance compared with nothing', '/rules/2/when/all/1/other', undefined, '/rules/2/when/all/1/value required'],
    ['a balance compared with two things', '/rules/2/when/all/1/value', 3, '/rules/2/when/all/1/value unknown'],
    ['an unknown first time', '/rules/2/when/all/2/first_time', true, '/rules/2/when/all/2/first_time enum'],
    ['a time of day that is none', '/rules/2/when/all/3/time/from', '25:00', '/rules/2/when/all/3/time/from pattern'],
    ['a formula that can’t be read', '/rules/2/when/all/0', { cel: '1 +' }, '/rules/2/when/all/0/cel expression'],
    ['a formula that is no condition', '/rules/2/when', { cel: '1 + 1' }, '/rules/2/when/cel expression'],
    ['a formula that is no amount', '/rules/0/then/1/amount', { cel: '"3"' }, '/rules/0/then/1/amount/cel expression'],
    [
      'a formula over no stat',
      '/rules/0/then/0/amount',
      { cel: 'player.stats.level' },
      '/rules/0/then/0/amount/cel reference',
    ],
    ['a formula of 1,001 characters', '/rules/2/when', { cel: ' '.repeat(1_001) }, '/rules/2/when/cel maxLength'],
    ['a board without windows', '/leaderboards/0/windows', [], '/leaderboards/0/windows minItems'],
    [
      'an unknown kind of window',
      '/leaderboards/1/windows/0/kind',
      'fortnightly',
      '/leaderboards/1/windows/0/kind enum',
    ],
    ['a season of an unknown kind', '/leaderboards/0/windows/1/kind', 'month', '/leaderboards/0/windows/1/kind enum'],
    ['a window of no kind', '/leaderboards/0/windows/1/kind', undefined, '/leaderboards/0/windows/1/kind required'],
    ['a season without an end', '/leaderboards/0/windows/1/end', undefined, '/leaderboards/0/windows/1/end required'],
    ['a season’s key on all time', '/leaderboards/1/windows/0/key', 'ever', '/leaderboards/1/windows/0/key unknown'],
    [
      'a day that does not exist',
      '/leaderboards/0/windows/1/end',
      '2015-02-30T00:00:00Z',
      '/leaderboards/0/windows/1/end date-time',
    ],
    [
      'a time without an offset',
      '/leaderboards/0/windows/1/start',
      '2014-08-01T00:00:00',
      '/leaderboards/0/windows/1/start date-time',
    ],
    ['an incarnation, which is not the operator’s to give', '/stats/0/incarnation', 7, '/stats/0/incarnation unknown'],
  ])('is refused for %s', (_, pointer, value, problem) => {
    expect(problemsOf(changed(pointer, value))).toEqual([problem]);
  });

  it('is refused for more tie columns than a row can hold', () => {
    const columns = ['a', 'b', 'c', 'd', 'e'].map((stat) => ({ stat, order: 'desc' }));

    expect(problemsOf(changed('/leaderboards/0/ties/columns', columns))).toEqual([
      '/leaderboards/0/ties/columns maxItems',
    ]);
  });

  it('is refused for being nested beyond all use, instead of exhausting the stack', () => {
    const depth = 100_000;
    const nested: unknown = JSON.parse(`${'{"not":'.repeat(depth)}${JSON.stringify(condition)}${'}'.repeat(depth)}`);

    expect(problemsOf(changed('/rules/0/when', nested))).toEqual([
      expect.stringMatching(/^\/rules\/0\/when\/.* depth$/),
    ]);
    expect(problemsOf(JSON.parse('['.repeat(depth) + ']'.repeat(depth)))).toHaveLength(1);
  });

  it('is judged in time that does not grow with the square of its problems', () => {
    const rule = { then: Array.from({ length: 50 }, () => ({})) };
    expect(problemsOf({ ...valid(), rules: Array.from({ length: 1_000 }, () => rule) }).length).toBeGreaterThan(50_000);
  });

  it('takes conditions as deep as anyone would write them', () => {
    const nested = Array.from({ length: 20 }).reduce<unknown>((inner) => ({ not: inner }), condition);

    expect(validateProgram(changed('/rules/0/when', nested)).ok).toBe(true);
  });

  it('is judged without throwing, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (document) => {
        expect(validateProgram(document).ok).toBe(false);
      }),
    );
  });

  it('is judged without throwing with anything anywhere in it, and each problem has a path into it', () => {
    const pointers = pointersOf(valid());
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.jsonValue(), (pointer, value) => {
        const document = pointer === '' ? value : changed(pointer, value);
        const result = validateProgram(document);

        const problems = result.ok ? [] : (result.error.errors ?? []);
        expect(result.ok || problems.length > 0).toBe(true);
        for (const { path, rule, message } of problems) {
          expect(path === '' || path.startsWith('/')).toBe(true);
          expect(resolves(document, path)).toBe(true);
          expect(rule === '' || message === '').toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

function pointersOf(node: unknown, pointer = ''): string[] {
  const below =
    typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([name, value]) => pointersOf(value, `${pointer}/${name}`))
      : [];
  return [pointer, ...below];
}

/** Whether a JSON pointer leads to a value, or to a field that is missing from one (RFC 6901). */
function resolves(document: unknown, pointer: string): boolean {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node = document;
  for (const [index, name] of names.entries()) {
    if (typeof node !== 'object' || node === null) return false;
    if (!Object.hasOwn(node, name)) return index === names.length - 1;
    node = (node as Record<string, unknown>)[name];
  }
  return true;
}
