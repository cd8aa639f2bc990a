import { compileCondition } from '../conditions/compile-condition.js';
import { MAX_ELEMENTS } from '../decision-event.js';
import { NEW_RULE_PLAYER } from '../rule-player.js';
import { stepsOfExpression } from './check-expression.js';

const TYPES = ['bool', 'dyn'];
const LIST = 'event.properties.list';

/** What is looked at of a list, counted by the list itself. */
function evaluated(cel: string, length: number, text = 'x') {
  let looks = 0;
  const elements = Array.from({ length }, (_, index) => index);
  const list = new Proxy(elements, {
    get: (target, name, receiver): unknown => {
      if (typeof name === 'string' && /^\d/.test(name)) looks += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  const check = compileCondition({ cel }, { rule: 'r@0', stats: new Map() });
  const event = { eventId: 'e1', type: 't', playerId: 'anna', occurredAt: 0, properties: { list, text } };
  return { reason: check(event, NEW_RULE_PLAYER, 0), looks };
}

const fits = (cel: string, length: number, text?: string): boolean =>
  !/event_too_large$/.test(evaluated(cel, length, text).reason ?? '');

/** That a list may be so long for an expression, and no longer. */
function expectLongest(cel: string, length: number, text?: string): void {
  expect([fits(cel, length, text), fits(cel, length + 1, text)]).toEqual([true, false]);
}

describe('the steps of an expression', () => {
  it.each([
    ['event.properties.amount > 3', 10],
    [`size(${LIST}) > 3 && event.properties.kind in ["a", "b"]`, 10],
    [`3 in ${LIST}`, 1_000],
    [`${LIST} == event.properties.other`, 1_000],
    [`${LIST}.exists(each, each == 3)`, 3_000],
    [`${LIST}.exists(each, each == event.properties.kind)`, 3_000],
    [`${LIST}.exists(each, each in ${LIST})`, 50_000],
  ])('of %s are %d, and a few', (text, steps) => {
    const counted = stepsOfExpression(text, TYPES);
    expect(counted).toBeGreaterThanOrEqual(steps);
    expect(counted).toBeLessThanOrEqual(steps * 2 + 2_000);
  });
});

describe('an expression that looks at every element', () => {
  it('does so for as many as it may, compared with one value', () => {
    expectLongest(`${LIST}.all(each, each >= 0)`, MAX_ELEMENTS - 2);
    expectLongest(`${LIST}.all(each, each != event.properties.text)`, MAX_ELEMENTS - 2);
  });

  it('does so for fewer where lists are joined, or more of the event is looked at for each', () => {
    expectLongest(`(${LIST} + ${LIST} + ${LIST}).all(each, each >= 0)`, Math.floor(MAX_ELEMENTS / 3) - 2);
    expectLongest(`${LIST}.all(each, each in ${LIST})`, Math.floor(Math.sqrt(50_000)) - 2);
    expectLongest(`${LIST}.all(each, event.properties.text.contains("y"))`, 223 - 100 - 2, 'x'.repeat(6_400));
  });

  it.each([
    `${LIST}.all(each, each in ${LIST})`,
    `${LIST}.all(each, -1 in ${LIST} || -2 in ${LIST} || -3 in ${LIST} || each >= 0)`,
    `(${LIST} + ${LIST}).all(each, each in (${LIST} + ${LIST}))`,
    `${LIST}.all(each, ${LIST} == [each] || ${LIST} != [each])`,
  ])('never looks at more than its steps, however long the list: %s', (text) => {
    const steps = stepsOfExpression(text, TYPES);
    for (const length of [10, 50, 100, 110, 150, 220, 500, 998]) {
      expect(evaluated(text, length).looks).toBeLessThanOrEqual(2 * steps);
    }
  });
});
