import { checkBudget } from './check-budget.js';
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

  it('counts each event type for itself', () => {
    const { rules, ...rest } = program(11, 50);
    expect(checkBudget({ ...rest, rules: rules.map((rule, index) => ({ ...rule, on: [`type_${index}`] })) })).toEqual(
      [],
    );
  });
});
