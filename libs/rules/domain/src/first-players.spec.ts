import type { Claims } from './first-players.js';
import type { ReleasedRule } from './rule-definition.js';
import { NEW_RULE_PLAYER } from './rule-player.js';
import { compileRules, judge } from './rule.js';

const EVENT = { eventId: 'e1', type: 'played', playerId: 'anna', occurredAt: 0, properties: {} };

const rule = (key: string, more: Partial<ReleasedRule> = {}): ReleasedRule => ({
  key,
  on: ['played'],
  then: [{ effect: 'award', currency: 'coins', amount: 1 }],
  incarnation: 4,
  ...more,
});
const early = (key: string, more: Partial<ReleasedRule> = {}) => rule(key, { firstPlayers: 10, ...more });

const judged = (rules: readonly ReleasedRule[], claims?: Claims) =>
  judge(compileRules(rules), EVENT, NEW_RULE_PLAYER, 0, claims);

describe('a rule for the first players', () => {
  it('wants to know whether the player is among them, and nothing is decided before', () => {
    expect(judged([rule('other'), early('early')])).toMatchObject({
      wanted: { rule: 'early@4', players: 10 },
      effects: [],
    });
  });

  it('matches for one of them, and says that it went by that', () => {
    const asked: [string, number][] = [];
    const judgement = judged([early('early')], (...claim) => {
      asked.push(claim);
      return true;
    });
    expect(asked).toEqual([['early@4', 10]]);
    expect(judgement).toMatchObject({
      verdicts: [{ rule: 'early', matched: true }],
      effects: [{ kind: 'award', amount: 1 }],
      claims: { 'early@4': true },
    });
    expect(judgement).not.toHaveProperty('wanted');
  });

  it('does not match for one who came too late: other rules go on', () => {
    expect(judged([early('early', { stop: true }), rule('other')], () => false)).toMatchObject({
      verdicts: [
        { rule: 'early', matched: false, reason: 'it is for the first 10 players, and all places are taken' },
        { rule: 'other', matched: true },
      ],
      effects: [{ rule: 'other' }],
      claims: { 'early@4': false },
    });
  });

  it.each<[string, readonly ReleasedRule[]]>([
    ['its condition does not hold', [early('early', { when: { balance: 'coins', op: 'gt', value: 0 } })]],
    ['another rule ended judging', [rule('first', { stop: true }), early('early')]],
    ['it can’t be paid for', [early('early', { then: [{ effect: 'spend', currency: 'coins', amount: 5 }] })]],
  ])('asks for no place where %s', (_, rules) => {
    const judgement = judged(rules);
    expect(judgement).not.toHaveProperty('wanted');
    expect(judgement).not.toHaveProperty('claims');
  });

  it('wants one claim at a time, so that none is asked for that a rule before it would prevent', () => {
    const rules = [early('first', { stop: true }), early('second')];
    expect(judged(rules).wanted).toMatchObject({ rule: 'first@4' });
    expect(judged(rules, (id) => (id === 'first@4' ? false : undefined)).wanted).toMatchObject({ rule: 'second@4' });
    expect(judged(rules, (id) => (id === 'first@4' ? true : undefined))).toMatchObject({ claims: { 'first@4': true } });
  });
});
