import type { RuleDefinition } from '../rule-definition.js';
import { checkRule } from '../check-rule.js';
import { NEW_RULE_PLAYER } from '../rule-player.js';
import { compileRules, judge } from '../rule.js';
import type { Value } from '../value.js';

const EVENT = {
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 0,
  properties: { tier: 'gold', score: 7, zero: -0, gone: null, long: 'x'.repeat(257), bad: 'a\u0000', list: [1] },
};
const rule = (value: Value): RuleDefinition => ({
  key: 'tier',
  on: ['played'],
  then: [{ effect: 'set', attribute: 'tier', value }],
});

const asked = (value: Value) => judge(compileRules([rule(value)]), EVENT, NEW_RULE_PLAYER, 0).effects;

describe('the effect set', () => {
  it.each<[string, Value, unknown]>([
    ['a literal', 'gold', 'gold'],
    ['null, which takes the attribute away', null, null],
    ['a property of the event', { property: 'event.properties.tier' }, 'gold'],
    ['a property that is null', { property: 'event.properties.gone' }, null],
    ['zero for a property of −0', { property: 'event.properties.zero' }, 0],
    ['a text by an expression', { cel: 'event.properties.score > 5 ? "silver" : "none"' }, 'silver'],
    ['a whole number by an expression', { cel: '3 * 4' }, 12],
    ['a truth value by an expression', { cel: 'event.properties.score > 5' }, true],
  ])('writes %s', (_, value, written) => {
    expect(asked(value)).toEqual([{ kind: 'set', rule: 'tier', attribute: 'tier', value: written }]);
  });

  it('reads balances and stats with their decimals, as every formula does', () => {
    const sum: Value = { cel: 'player.balances.euros + player.stats.revenue' };
    const rules = compileRules([rule(sum)], [{ key: 'revenue', aggregation: 'sum', scale: 2, incarnation: 1 }], {
      currencies: [{ key: 'euros', scale: 2 }],
    });
    const stats = new Map([['revenue@1', { value: 50, at: 0 }]]);
    const player = { ...NEW_RULE_PLAYER, stats, balances: new Map([['euros', 1_250]]) };
    expect(judge(rules, EVENT, player, 0).effects).toMatchObject([{ kind: 'set', value: 13 }]);
  });

  it.each<[string, Value]>([
    ['a property that the event lacks', { property: 'event.properties.missing' }],
    ['a list', { property: 'event.properties.list' }],
    ['a text that is too long', { property: 'event.properties.long' }],
    ['a text with control characters', { property: 'event.properties.bad' }],
    ['an expression that fails', { cel: 'event.properties.missing + 1' }],
    ['a number beyond 2^53', { cel: 'event.properties.score * 1e300' }],
  ])('is refused for %s', (_, value) => {
    expect(asked(value)).toMatchObject([{ kind: 'refused', rule: 'tier', code: 'rules.invalid_value' }]);
  });

  it.each<[string, Value, readonly [string, string][]]>([
    ['a good value', { cel: 'player.stats.xp > 3.0' }, []],
    ['broken Unicode', '\ud800', [['/then/0/value', 'unicode']]],
    ['an expression that is none', { cel: '1 +' }, [['/then/0/value/cel', 'expression']]],
    ['an expression that gives a list', { cel: '[1]' }, [['/then/0/value/cel', 'expression']]],
    ['a stat that there is not', { cel: 'player.stats.none' }, [['/then/0/value/cel', 'reference']]],
  ])('is checked for %s when it is published', (_, value, problems) => {
    const found = checkRule(rule(value), { stats: new Set(['xp']), currencies: new Set() }, '');
    expect(found.map(({ path, rule: broken }) => [path, broken])).toEqual(problems);
  });
});
