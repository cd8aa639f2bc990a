import type { Condition } from './conditions/condition.js';
import { NEW_RULE_PLAYER, type RulePlayer } from './rule-player.js';
import { compileRules, judge } from './rule.js';
import { type SegmentDefinition, checkSegment, compileSegment } from './segment.js';
import type { StatDefinition } from './stat.js';

const STATS: readonly StatDefinition[] = [
  { key: 'xp', aggregation: 'sum', incarnation: 2 },
  { key: 'best', aggregation: 'max', incarnation: 1 },
];
const byKey = new Map(STATS.map((stat) => [stat.key, stat]));
const NOW = Date.parse('2026-01-01T00:00:00Z');
const segment = (when: Condition, key = 'vips'): SegmentDefinition => ({ key, when });
const compiled = (when: Condition) => compileSegment(segment(when), { stats: STATS });
const anna: RulePlayer = {
  stats: new Map([['xp@2', { value: 120, at: 0 }]]),
  balances: new Map([['coins', 25]]),
  profile: { attributes: { country: 'BR', level: 5, until: NOW + 1 } },
};

describe('a segment', () => {
  it.each<Condition>([
    { attribute: 'country', op: 'eq', value: 'BR' },
    { stat: 'xp', op: 'gte', value: 120 },
    { balance: 'coins', op: 'lt', value: 26 },
    { cel: 'player.stats.xp > 100 && player.attributes.level == 5' },
    { cel: 'player.attributes.until > now' },
    { all: [{ attribute: 'level', op: 'gt', value: 4 }, { not: { stat: 'best', op: 'gt', value: 0 } }] },
    {
      any: [
        { attribute: 'country', op: 'eq', value: 'DE' },
        { balance: 'coins', op: 'eq', value: 25 },
      ],
    },
  ])('has the players for whom its condition holds: %j', (when) => {
    expect(checkSegment(segment(when), { stats: new Set(byKey.keys()), currencies: new Set(['coins']) }, '')).toEqual(
      [],
    );
    expect(compiled(when).holds(anna, NOW)).toBe(true);
    expect(compiled({ not: when }).holds(anna, NOW)).toBe(false);
  });

  it('says what it reads of a player, stats by their present shape', () => {
    const { reads } = compiled({
      all: [
        { any: [{ stat: 'xp', op: 'gt', value: 1 }, { cel: 'player.stats.best > 1 && player.balances.gems > 0' }] },
        { not: { balance: 'coins', op: 'gt', value: 1 } },
        { cel: 'has(player.attributes.team)' },
        { attribute: 'team', op: 'exists', value: true },
      ],
    });
    expect(reads).toEqual({ stats: ['xp@2', 'best@1'], balances: ['gems', 'coins'], attributes: ['team'] });
  });

  it('says which attributes all of its players have', () => {
    const eq = (attribute: string, value: unknown): Condition => ({ attribute, op: 'eq', value });
    expect(Object.fromEntries(compiled({ all: [eq('country', 'BR'), { all: [eq('level', 5)] }] }).required)).toEqual({
      country: 'BR',
      level: '5',
    });
    for (const when of [{ any: [eq('country', 'BR')] }, { not: eq('country', 'BR') }, eq('country', null)]) {
      expect(compiled(when).required.size).toBe(0);
    }
  });
});

describe('checking a segment', () => {
  const problems = (when: Condition) =>
    checkSegment(segment(when), { stats: new Set(['xp']), currencies: new Set(['coins']) }, '/segments/3').map(
      ({ path, rule }) => `${path} ${rule}`,
    );

  it.each<[string, Condition]>([
    ['a property', { property: 'event.properties.a', op: 'eq', value: 1 }],
    ['a stat against a property', { stat: 'xp', op: 'gt', other: 'event.properties.a' }],
    ['a balance against a property', { balance: 'coins', op: 'gt', other: 'event.properties.a' }],
    ['an attribute against a property', { attribute: 'level', op: 'gt', other: 'event.properties.a' }],
    ['an expression over the event', { cel: 'event.properties.a == player.stats.xp' }],
    ['the time of the event', { time: { zone: 'UTC', days: ['sat'] } }],
    ['a first time', { first_time: 'event' }],
    ['another segment', { segment: 'vips' }],
  ])('refuses %s, wherever it stands', (_, condition) => {
    expect(problems(condition)).toEqual(['/segments/3/when player-only']);
    expect(problems({ all: [{ stat: 'xp', op: 'gt', value: 1 }, { not: condition }] })).toEqual([
      '/segments/3/when/all/1/not player-only',
    ]);
  });

  it('names references to nothing, and mistakes of expressions', () => {
    expect(
      problems({
        all: [
          { stat: 'best', op: 'gt', value: 1 },
          { balance: 'gems', op: 'gt', value: 1 },
        ],
      }),
    ).toEqual(['/segments/3/when/all/0/stat reference', '/segments/3/when/all/1/balance reference']);
    expect(problems({ cel: 'player.stats.xp >' })).toEqual(['/segments/3/when/cel expression']);
  });
});

describe('a rule for a segment', () => {
  const rules = compileRules(
    [{ key: 'bonus', on: ['played'], when: { segment: 'vips' }, then: [{ effect: 'record', stat: 'xp', amount: 1 }] }],
    STATS,
    { segments: [segment({ stat: 'xp', op: 'gte', value: 120 })] },
  );
  const event = { eventId: 'e1', type: 'played', playerId: 'anna', occurredAt: 0, properties: {} };

  it('matches for its players, and says of others that they are not in it', () => {
    expect(judge(rules, event, anna, NOW).verdicts).toEqual([{ rule: 'bonus', matched: true }]);
    expect(judge(rules, event, NEW_RULE_PLAYER, NOW).verdicts).toEqual([
      { rule: 'bonus', matched: false, reason: 'segment vips does not hold' },
    ]);
  });
});
