import fc from 'fast-check';
import type { DecisionEvent } from '../decision-event.js';
import { NEW_RULE_PLAYER } from '../rule-player.js';
import { compileCondition } from './compile-condition.js';
import type { Condition } from './condition.js';

const eventWith = (properties: Record<string, unknown>): DecisionEvent => ({
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 0,
  properties,
});

const is = (name: string): Condition => ({ property: `event.properties.${name}`, op: 'eq', value: true });
const reasonOf = (condition: Condition, ...trueNames: string[]) =>
  compileCondition(condition, SCOPE)(
    eventWith(Object.fromEntries(trueNames.map((name) => [name, true]))),
    NEW_RULE_PLAYER,
    0,
  );
const SCOPE = { rule: 'rule@0', stats: new Map() };

describe('a condition tree', () => {
  it('of all holds when every part does, and gives the first that fails as the reason', () => {
    const condition = { all: [is('a'), is('b'), is('c')] };

    expect(reasonOf(condition, 'a', 'b', 'c')).toBeUndefined();
    expect(reasonOf(condition, 'a')).toBe('event.properties.b eq true does not hold');
  });

  it('of any holds when one part does', () => {
    const condition = { any: [is('a'), is('b')] };

    expect(reasonOf(condition, 'b')).toBeUndefined();
    expect(reasonOf(condition, 'a')).toBeUndefined();
    expect(reasonOf(condition)).toBe('event.properties.b eq true does not hold');
  });

  it('of not holds when its part does not, and names the part', () => {
    const condition = { not: { any: [is('a'), { all: [is('b'), { not: is('c') }] }] } };

    expect(reasonOf(condition)).toBeUndefined();
    expect(reasonOf(condition, 'b')).toMatch(
      /^not \(event\.properties\.a eq true or .*event\.properties\.b eq true.*\) does not hold$/,
    );
  });

  it('says in a reason which parts belong together', () => {
    const condition = { not: { all: [{ any: [is('a'), is('b')] }, is('c')] } };

    expect(reasonOf(condition, 'a', 'c')).toBe(
      'not ((event.properties.a eq true or event.properties.b eq true) and event.properties.c eq true) does not hold',
    );
  });

  it('means what its logic says, for any tree and event', () => {
    const names = ['a', 'b', 'c'];
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(...names.map(is)),
        fc.record({ not: tie('tree') }),
        fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      ),
    }));
    const evaluate = (condition: Condition, truths: readonly string[]): boolean => {
      if ('all' in condition) return condition.all.every((part) => evaluate(part, truths));
      if ('any' in condition) return condition.any.some((part) => evaluate(part, truths));
      if ('not' in condition) return !evaluate(condition.not, truths);
      return truths.some((name) => 'property' in condition && condition.property.endsWith(`.${name}`));
    };

    fc.assert(
      fc.property(tree, fc.subarray(names), (condition, truths) => {
        expect(reasonOf(condition, ...truths) === undefined).toBe(evaluate(condition, truths));
      }),
    );
  });
});
