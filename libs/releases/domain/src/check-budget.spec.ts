import type { FieldProblem } from '@laurel/kernel';
import type { Condition } from '@laurel/rules-domain';
import { checkBudget } from './check-budget.js';
import { checkProgram } from './check-program.js';
import type { ProgramDocument } from './program.js';

const program = (rules: number, effects: number, windows = 1): ProgramDocument => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: Array.from({ length: rules }, (_, index) => ({
    key: `r${index}`,
    on: ['scored'],
    then: Array.from({ length: effects }, () => ({ effect: 'record' as const, stat: 'points', amount: 1 })),
  })),
  leaderboards: [
    {
      key: 'top',
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      windows: Array.from({ length: windows }, () => ({ kind: 'all' as const })),
    },
  ],
});

describe('the budget of an event', () => {
  it('holds as many effects as rules and boards may have together', () => {
    expect(checkBudget(program(10, 49, 10))).toEqual([]);
  });

  it.each([
    ['rules whose effects add up', program(11, 50)],
    ['a board with too many windows beside them', program(10, 45, 51)],
  ])('is broken by %s', (_, broken) => {
    expect(checkBudget(broken)).toMatchObject(
      [{ path: '/rules', rule: 'budget', message: /^an event "scored" could have 5/ }].map(({ message, ...rest }) => ({
        ...rest,
        message: expect.stringMatching(message),
      })),
    );
  });

  it('counts what emitted events have, and the events', () => {
    const { rules, ...rest } = program(10, 40, 20);
    const emit = { key: 'chain', on: ['played'], then: [{ effect: 'emit' as const, type: 'scored' }] };
    const twice = { ...emit, then: [...emit.then, ...emit.then] };
    const many = { ...emit, then: Array.from({ length: 50 }, () => ({ effect: 'emit' as const, type: 'other' })) };
    const more = { ...many, key: 'more', then: emit.then.map((effect) => ({ ...effect, type: 'other' })) };
    const messages = (chained: ProgramDocument['rules']) =>
      checkBudget({ ...rest, rules: [...rules, ...chained] }).map(({ message }) => message);
    expect(messages([emit, many])).toEqual([expect.stringMatching(/^an event "played" could emit 51 others/)]);
    expect(messages([many])).toEqual([]);
    expect(messages([many, more])).toEqual([expect.stringMatching(/"played" could emit 51/)]);
    expect(messages([twice])).toEqual([expect.stringMatching(/^an event "played" could have 842 effects/)]);
  });

  describe('of steps', () => {
    const deciding = (when: Condition, rules: number, more: Partial<ProgramDocument> = {}): string[] => {
      const { rules: before, ...rest } = program(rules, 1);
      const document = { ...rest, ...more, rules: before.map((rule) => ({ ...rule, when })) };
      return checkBudget(document).map(({ message }) => message);
    };
    const each = (inner: string): Condition => ({ cel: `event.properties.list.all(each, ${inner})` });
    const wide: Condition = { any: Array.from({ length: 50 }, () => ({ stat: 'points', op: 'gt', value: 3 })) };
    const deep: Condition = { not: { not: { all: Array.from({ length: 50 }, () => wide) } } };

    it.each<[string, Condition, number]>([
      ['as many rules as there may be effects, with plain conditions', { all: [wide, wide] }, 400],
      ['comparing each element of a list, in many rules', each('each.kind == "boss"'), 90],
      ['the same with something else of the event', each('each.kind == event.properties.kind'), 60],
      ['looking for any element', { property: 'event.properties.list[].kind', op: 'eq', value: 'boss' }, 400],
    ])('holds %s', (_, when, rules) => {
      expect(deciding(when, rules)).toEqual([]);
    });

    it.each<[string, Condition, number]>([
      ['wide and deep trees', deep, 250],
      ['expressions that look at every element often', each('each.a == 1 && each.b == 2 && each.c == 3'), 60],
      ['expressions that look at another list for each', each('each in event.properties.list'), 10],
      [
        'expressions that compare lists',
        { cel: 'event.properties.list == event.properties.other && event.properties.list != event.properties.more' },
        300,
      ],
      [
        'looking for any of many literals among all elements',
        { property: 'event.properties.list[]', op: 'in', value: Array.from({ length: 1_000 }, (__, index) => index) },
        30,
      ],
    ])('is broken by %s', (_, when, rules) => {
      expect(deciding(when, rules)).toEqual([
        expect.stringMatching(/^an event "scored" could take \d+ steps to decide/),
      ]);
    });

    it('counts a segment wherever it is asked for, and a boost for whatever it bears on', () => {
      const asked: Condition = { all: Array.from({ length: 50 }, () => ({ segment: 'rich' })) };
      const segments = [
        {
          key: 'rich',
          when: { any: Array.from({ length: 50 }, () => ({ stat: 'points', op: 'gt' as const, value: 3 })) },
        },
      ];
      const time = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', multiplier: 20_000 };
      const boost = { key: 'double', ...time, scope: { when: deep } };
      const one: Condition = { stat: 'points', op: 'gt', value: 3 };
      expect(deciding(asked, 150, { segments })).toEqual([]);
      expect(deciding(asked, 250, { segments })).toHaveLength(1);
      expect(deciding(one, 250, { boosts: [boost] })).toHaveLength(1);
      expect(deciding(one, 250, { boosts: [{ ...boost, scope: { ...boost.scope, currencies: ['coins'] } }] })).toEqual(
        [],
      );
    });
  });

  it('is of expressions too: reading them takes long', () => {
    const counted = (expressions: number): FieldProblem[] => {
      const { rules, ...rest } = program(1, 1);
      const all = Array.from({ length: expressions }, () => ({ cel: '][' }));
      return checkProgram({ ...rest, rules: rules.map((rule) => ({ ...rule, when: { all } })) });
    };
    expect(counted(3_001)).toMatchObject(
      [{ path: '', rule: 'budget', message: /^has 3001 expressions/ }].map(({ message, ...problem }) => ({
        ...problem,
        message: expect.stringMatching(message),
      })),
    );
    expect(counted(2)).toHaveLength(2);
  });

  it('counts each event type for itself', () => {
    const { rules, ...rest } = program(11, 50);
    expect(checkBudget({ ...rest, rules: rules.map((rule, index) => ({ ...rule, on: [`type_${index}`] })) })).toEqual(
      [],
    );
  });
});
