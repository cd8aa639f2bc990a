import type { DecisionEvent } from '../decision-event.js';
import type { RulePlayer } from '../rule-player.js';
import type { StatDefinition } from '../stat.js';
import { checkCondition, compileCondition } from './compile-condition.js';
import type { Condition } from './condition.js';

const stat = (key: string, aggregation: StatDefinition['aggregation']): [string, StatDefinition] => [
  key,
  { key, aggregation, incarnation: 2 },
];
const SCOPE = { rule: 'welcome@1', stats: new Map([stat('xp', 'sum'), stat('best', 'max')]) };

const EVENT: DecisionEvent = {
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: Date.parse('2024-05-04T18:30:00Z'),
  properties: { score: 80 },
};
const player = (more: Partial<RulePlayer> = {}): RulePlayer => ({
  stats: new Map([
    ['xp@2', { value: 120, at: 0 }],
    ['best@1', { value: 900, at: 0 }],
  ]),
  balances: new Map([['coins', 25]]),
  ...more,
});
const why = (condition: Condition, of = player()) => compileCondition(condition, SCOPE)(EVENT, of, 0);

describe('a condition over a stat', () => {
  it('compares what the events before left', () => {
    expect(why({ stat: 'xp', op: 'gte', value: 120 })).toBeUndefined();
    expect(why({ stat: 'xp', op: 'gt', value: 120 })).toBe('stat xp gt 120 does not hold');
  });

  it('compares with a property of the event, so that a record can be told', () => {
    const best = new Map([['best@2', { value: 70, at: 0 }]]);
    expect(why({ stat: 'best', op: 'lt', other: 'event.properties.score' }, player({ stats: best }))).toBeUndefined();
    expect(why({ stat: 'xp', op: 'lt', other: 'event.properties.nothing' })).toBeDefined();
  });

  it('reads 0 in an empty sum, and nothing in an empty max, whatever an earlier stat of the key held', () => {
    const empty = player({ stats: new Map([['best@1', { value: 900, at: 0 }]]) });
    expect(why({ stat: 'xp', op: 'eq', value: 0 }, empty)).toBeUndefined();
    expect(why({ stat: 'best', op: 'gte', value: 0 }, empty)).toBeDefined();
    expect(why({ stat: 'best', op: 'ne', value: 0 }, empty)).toBeUndefined();
  });
});

describe('a condition over a balance', () => {
  it('compares it, and reads 0 where there is none', () => {
    expect(why({ balance: 'coins', op: 'gte', value: 25 })).toBeUndefined();
    expect(why({ balance: 'coins', op: 'lt', value: 25 })).toBe('balance coins lt 25 does not hold');
    expect(why({ balance: 'gems', op: 'eq', value: 0 })).toBeUndefined();
  });
});

describe('a condition over an attribute', () => {
  const known = player({ profile: { attributes: { country: 'BR', level: 5, vip: true, tags: 'a b' } } });

  it.each<Condition>([
    { attribute: 'country', op: 'eq', value: 'BR' },
    { attribute: 'country', op: 'ne', value: 'DE' },
    { attribute: 'country', op: 'in', value: ['DE', 'BR'] },
    { attribute: 'country', op: 'contains', value: 'B' },
    { attribute: 'level', op: 'gte', value: 5 },
    { attribute: 'level', op: 'lt', other: 'event.properties.score' },
    { attribute: 'vip', op: 'eq', value: true },
    { attribute: 'vip', op: 'exists', value: true },
    { attribute: 'constructor', op: 'exists', value: false },
    { attribute: 'constructor', op: 'ne', value: 'BR' },
  ])('holds: %j', (condition) => {
    expect(why(condition, known)).toBeUndefined();
  });

  it.each<Condition>([
    { attribute: 'level', op: 'eq', value: '5' },
    { attribute: 'vip', op: 'gt', value: 0 },
    { attribute: 'team', op: 'eq', other: 'event.properties.team' },
    { attribute: 'team', op: 'exists', value: true },
    { attribute: 'constructor', op: 'exists', value: true },
  ])('does not hold, values of other types and of nothing being never equal: %j', (condition) => {
    expect(why(condition, known)).toMatch(/^attribute .* does not hold$/);
    expect(why(condition, player())).toMatch(/^attribute .* does not hold$/);
  });

  it('says what was asked', () => {
    expect(why({ attribute: 'level', op: 'gte', value: 6 }, known)).toBe('attribute level gte 6 does not hold');
  });
});

describe('a condition of the first time', () => {
  it('holds until an event of the type was seen, or the rule has matched', () => {
    const rules = new Map([['welcome@1', { times: 1, seen: ['played'] }]]);
    const other = new Map([['welcome@0', { times: 1, seen: ['played'] }]]);
    for (const first_time of ['event', 'match'] as const) {
      expect(why({ first_time })).toBeUndefined();
      expect(why({ first_time }, player({ rules: other }))).toBeUndefined();
      expect(why({ first_time }, player({ rules }))).toMatch(/^first .* does not hold$/);
    }
    expect(
      why({ first_time: 'event' }, player({ rules: new Map([['welcome@1', { times: 1, seen: ['left'] }]]) })),
    ).toBeUndefined();
  });
});

describe('a condition of the time', () => {
  it('goes by when the event happened', () => {
    expect(why({ time: { zone: 'UTC', days: ['sat'], from: '18:00', to: '19:00' } })).toBeUndefined();
    expect(why({ time: { zone: 'Europe/Berlin', days: ['sat'], from: '18:00', to: '19:00' } })).toBe(
      'time sat 18:00–19:00 Europe/Berlin does not hold',
    );
  });
});

describe('checking a condition', () => {
  it('names every reference to nothing, wherever it lies in the tree', () => {
    const tree: Condition = {
      all: [
        { any: [{ stat: 'xp', op: 'gt', value: 1 }, { not: { stat: 'level', op: 'gt', value: 1 } }] },
        { balance: 'gems', op: 'gt', value: 1 },
        { time: { zone: 'Mars/Olympus' } },
      ],
    };
    const keys = { stats: new Set(['xp']), currencies: new Set(['coins']) };
    expect(checkCondition(tree, keys, '/when').map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      '/when/all/0/any/1/not/stat reference',
      '/when/all/1/balance reference',
      '/when/all/2/time/zone time-zone',
    ]);
  });
});
