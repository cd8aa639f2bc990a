import fc from 'fast-check';
import { compileAmount } from '../amount.js';
import { compileCondition } from '../conditions/compile-condition.js';
import { type DecisionEvent, MAX_ELEMENTS } from '../decision-event.js';
import type { RulePlayer } from '../rule-player.js';
import type { StatDefinition } from '../stat.js';
import { checkExpression } from './check-expression.js';
import { parseExpression } from './parse-expression.js';

const stats = new Map<string, StatDefinition>([['xp', { key: 'xp', aggregation: 'sum', incarnation: 3 }]]);
const player: RulePlayer = {
  stats: new Map([['xp@3', { value: 120, at: 0 }]]),
  balances: new Map([['coins', 25]]),
  profile: { attributes: { country: 'BR', level: 5, 'home-team': 'red' } },
};
const eventWith = (properties: Record<string, unknown>): DecisionEvent => ({
  eventId: 'e1',
  type: 'played',
  playerId: 'anna',
  occurredAt: 1_000,
  properties,
});
const PROPERTIES = { score: 85, kind: 'boss', items: [1, 2, 3], nested: { deep: [{ level: 4 }] }, flag: true };

const NOW = 1_700_000_000_000;
const why = (cel: string, properties: Record<string, unknown> = PROPERTIES) =>
  compileCondition({ cel }, { rule: 'r@0', stats })(eventWith(properties), player, NOW);
const amount = (cel: string, properties: Record<string, unknown> = PROPERTIES) =>
  compileAmount({ cel }, { stats }, 0)(eventWith(properties), player, NOW);

const KEYS = { stats: new Set(['xp']), currencies: new Set(['coins']) };
const problems = (text: string) => checkExpression(text, ['bool', 'dyn'], KEYS).map(({ message }) => message);

describe('an expression as a condition', () => {
  it.each([
    'event.properties.score >= 80',
    'event.properties.score == 85',
    'event.properties.kind in ["boss", "elite"] && player.stats.xp > 100',
    'event.properties.items.exists(item, item == 2)',
    'event.properties.nested.deep[0].level == 4',
    'player.balances["coins"] == 25',
    'player.attributes.country == "BR" && player.attributes["home-team"] == "red"',
    'has(player.attributes.level) && !has(player.attributes.nothing) && !has(player.attributes.constructor)',
    'event.type == "played" && event.occurredAt < now',
    'has(event.properties.score) && !has(event.properties.nothing)',
    'event.properties.flag',
  ])('holds: %s', (cel) => {
    expect(problems(cel)).toEqual([]);
    expect(why(cel)).toBeUndefined();
  });

  it('says what does not hold, and in one word why it could not tell', () => {
    expect(why('event.properties.score > 85')).toBe('event.properties.score > 85 does not hold');
    expect(why('event.properties.nothing > 85')).toMatch(/ does not hold: [a-z_]+$/);
    expect(why('event.properties.kind')).toBe('event.properties.kind does not hold');
  });

  it('is a miss where the player lacks an attribute that it reads', () => {
    expect(why('player.attributes.nothing == "x"')).toMatch(/ does not hold: [a-z_]+$/);
    expect(why('player.attributes.constructor == "x"')).toMatch(/ does not hold: [a-z_]+$/);
  });

  it('finds nothing that objects inherit', () => {
    expect(why('has(event.properties.constructor)')).toBeDefined();
    expect(why('event.properties.toString == "x"')).toMatch(/does not hold/);
  });

  it('gives as many different reasons as there are kinds of errors, not as there are events', () => {
    const reasons = ['a', 'b', 'c'].map((key) => why('event.properties[event.properties.key] == 1', { key }));
    expect(new Set(reasons).size).toBe(1);
  });
});

describe('an expression as an amount', () => {
  it.each([
    ['event.properties.score * 2 + 3', 173],
    ['floor(player.stats.xp * 1.5)', 180],
    ['int(event.properties.score)', 85],
    ['min(event.properties.score, 50)', 50],
    ['event.properties.score % 7', 1],
    ['player.attributes.level * 2', 10],
    ['event.properties.kind == "boss" ? 10 : 1', 10],
    ['size(event.properties.items)', 3],
    ['7 / 2', 3],
    ['round(event.properties.score / 2)', 43],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%s comes to %p', (cel, value) => {
    expect(amount(cel)).toBe(value);
  });

  it.each([
    'event.properties.score / 2',
    '9007199254740991 + 1',
    'event.properties.nothing',
    '1 / 0',
    '1.0 / 0.0',
    'event.properties.kind',
  ])('is none where it is no safe integer: %s', (cel) => {
    expect(amount(cel)).toBeUndefined();
  });

  it('is exact, as integers are', () => {
    const half = 2 ** 52;
    fc.assert(
      fc.property(fc.integer({ min: -half, max: half }), fc.integer({ min: -1_000, max: 1_000 }), (a, b) => {
        expect(amount('event.properties.a + event.properties.b', { a, b })).toBe(a + b);
        expect(amount('event.properties.a + 7', { a })).toBe(a + 7);
      }),
    );
  });
});

describe('rounding in an expression', () => {
  it.each([
    ['round(1.005, 2)', 1.01],
    ['floor(0.29, 2)', 0.29],
    ['floor(event.properties.score / 7, 3)', 12.142],
    ['ceil(-1.21, 1)', -1.2],
    ['round(event.properties.score, 0)', 85],
    ['round(0.0000001, 6)', 0],
  ])('is at a decimal, by the digits that a number shows: %s comes to %d', (cel, value) => {
    expect(why(`${cel} == double(${value})`)).toBeUndefined();
  });

  it('leaves the number where there are no such decimals', () => {
    expect(why('round(event.properties.score, -1) == 85.0 && round(0.5, 99) == 0.5')).toBeUndefined();
    expect(amount('round(event.properties.score, event.properties.kind)')).toBeUndefined();
  });
});

describe('an expression of amounts with decimals', () => {
  const scope = {
    stats: new Map<string, StatDefinition>([['xp', { key: 'xp', aggregation: 'sum', incarnation: 3, scale: 2 }]]),
    currencies: new Map([['coins', { key: 'coins', scale: 1 }]]),
  };

  it('reads them with a point, and is written back exactly', () => {
    const own = compileAmount({ cel: 'player.stats.xp + player.balances.coins' }, scope, 1);
    const held = compileCondition({ cel: 'player.stats.xp == 1.2' }, { rule: 'r@0', ...scope });

    expect(own(eventWith({}), player, NOW)).toBe(37);
    expect(held(eventWith({}), player, NOW)).toBeUndefined();
  });
});

describe('an expression at publishing', () => {
  it.each([
    ['event.properties.score >', /^line 1, column \d+: /],
    ['event.properties.score >= 80 &&\n  foo', /^line 2, column 3: Unknown variable: foo/],
    ['"a" + 1 == 2', /^line 1, column 1: no such overload/],
    ['event.properties.score * 2.0 + 1.0 == "a" ? 1 : 2', /^line 1, column 1: /],
    ['event.receivedAt > 1', /event has no receivedAt/],
    ['event == event', /event is no value of its own/],
    ['player.stats == player.stats', /player is no value of its own/],
    ['player.secrets.key == 1', /player has no secrets/],
    ['player.attributes.Country == 1', /no attribute can have this key/],
    ['player.attributes[event.properties.kind] == 1', /player is no value of its own/],
    ['player.stats.level > 1', /there is no stat "level"/],
    ['player.balances.gems > 1', /no rule of this program awards the currency "gems"/],
    ['"aaaa".matches("(a+)+$")', /the function matches is not there for rules/],
    ['timestamp("2024-01-01T00:00:00Z") == timestamp("2024-01-01T00:00:00Z")', /the function timestamp is not there/],
    ['event.properties.items.all(i, event.properties.items.exists(j, j == i))', /may not stand inside another/],
    [Array.from({ length: 60 }, () => 'true').join(' && '), /^line 1, column \d+: /],
    [`${'('.repeat(40)}true${')'.repeat(40)}`, /^line 1, column \d+: /],
  ])('is refused: %s', (text, message) => {
    expect(problems(text)).toHaveLength(1);
    expect(problems(text)[0]).toMatch(message);
  });
});

describe('a hostile expression', () => {
  const alphabet =
    'event.properties.items player.stats.xp now ( ) [ ] { } , . ? : + - * / % ! && || == < > in "a" 1 2.5 map( exists( all( i has( size( matches( __proto__ constructor'.split(
      ' ',
    );
  const texts = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map((words) => words.join(' ')),
  );

  it('is refused or evaluated, and never throws', () => {
    fc.assert(
      fc.property(texts, fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 }), (text, properties) => {
        if (!parseExpression(text, ['bool', 'dyn']).ok) return;
        expect(['string', 'undefined']).toContain(typeof why(text, properties));
      }),
      { numRuns: 1_000 },
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is a miss where it would look at every element of more than may be', () => {
    const items = Array.from({ length: MAX_ELEMENTS }, () => 1);
    expect(why('event.properties.items.all(i, i == 1)', { items: items.slice(2) })).toBeUndefined();
    expect(why('event.properties.items.all(i, i == 1)', { items })).toMatch(/event_too_large$/);
  });
});
