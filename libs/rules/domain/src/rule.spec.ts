import type { DecisionEvent } from './decision-event.js';
import type { EffectDefinition } from './effects/effect.js';
import { compileRules, judge as judgeFor } from './rule.js';
import type { RuleDefinition } from './rule-definition.js';
import { NEW_RULE_PLAYER } from './rule-player.js';

const judge = (rules: ReturnType<typeof compileRules>, of: DecisionEvent) => judgeFor(rules, of, NEW_RULE_PLAYER, 0);

const event = (type: string, properties: Record<string, unknown> = {}): DecisionEvent => ({
  eventId: 'e1',
  type,
  playerId: 'anna',
  occurredAt: 0,
  properties,
});

const points = (amount: number): EffectDefinition => ({ effect: 'record', stat: 'points', amount });
const rule = (key: string, then: readonly EffectDefinition[], more: Partial<RuleDefinition> = {}): RuleDefinition => ({
  key,
  on: ['match_played'],
  then,
  ...more,
});
const won: RuleDefinition['when'] = {
  property: 'event.properties.goalsFor',
  op: 'gt',
  other: 'event.properties.goalsAgainst',
};

describe('judging an event', () => {
  it('runs the rules of its type in their order, and the effects of each in theirs', () => {
    const rules = compileRules([
      rule('first', [points(1), { effect: 'award', currency: 'coins', amount: 2 }]),
      rule('other', [points(9)], { on: ['logged_in'] }),
      rule('second', [points(3)]),
    ]);

    expect(judge(rules, event('match_played'))).toEqual({
      verdicts: [
        { rule: 'first', matched: true },
        { rule: 'second', matched: true },
      ],
      effects: [
        { kind: 'record', rule: 'first', stat: 'points', amount: 1 },
        { kind: 'award', rule: 'first', currency: 'coins', amount: 2 },
        { kind: 'record', rule: 'second', stat: 'points', amount: 3 },
      ],
    });
  });

  it('says why a rule did not match, and asks nothing of it', () => {
    const rules = compileRules([rule('win', [points(3)], { when: won })]);

    expect(judge(rules, event('match_played', { goalsFor: 1, goalsAgainst: 1 }))).toEqual({
      verdicts: [
        {
          rule: 'win',
          matched: false,
          reason: 'event.properties.goalsFor gt event.properties.goalsAgainst does not hold',
        },
      ],
      effects: [],
    });
    expect(judge(rules, event('match_played', { goalsFor: 2, goalsAgainst: 1 })).effects).toHaveLength(1);
  });

  it.each(['unheard_of', 'constructor', '__proto__', 'toString'])('has nothing to say of type %s', (type) => {
    expect(judge(compileRules([rule('win', [points(3)])]), event(type))).toEqual({ verdicts: [], effects: [] });
  });

  it('runs a rule once though it lists a type twice', () => {
    const rules = compileRules([rule('win', [points(3)], { on: ['match_played', 'match_played'] })]);

    expect(judge(rules, event('match_played')).verdicts).toHaveLength(1);
  });

  it('refuses an effect whose amount the event does not hold, and the others stand', () => {
    const rules = compileRules([
      rule('goals', [
        { effect: 'record', stat: 'goals', amount: { property: 'event.properties.goalsFor', negate: true } },
        points(3),
      ]),
    ]);

    expect(judge(rules, event('match_played', { goalsFor: '2' })).effects).toEqual([
      {
        kind: 'refused',
        rule: 'goals',
        code: 'rules.amount_not_integer',
        detail: '−event.properties.goalsFor is not an integer in this event',
      },
      { kind: 'record', rule: 'goals', stat: 'points', amount: 3 },
    ]);
  });

  it('refuses an award that would take away, and pays one of zero', () => {
    const rules = compileRules([
      rule('pay', [{ effect: 'award', currency: 'coins', amount: { property: 'event.properties.coins' } }]),
    ]);

    expect(judge(rules, event('match_played', { coins: -1 })).effects).toMatchObject([
      { kind: 'refused', rule: 'pay', code: 'rules.negative_award' },
    ]);
    expect(judge(rules, event('match_played', { coins: 0 })).effects).toMatchObject([{ kind: 'award', amount: 0 }]);
  });
});
