import { Ajv } from 'ajv';
import { compileCondition } from './conditions/compile-condition.js';
import type { Condition } from './conditions/condition.js';
import { ruleCatalog } from './rule-catalog.js';

const { conditions, effects, definitions } = ruleCatalog;
const accepts = (schema: object, value: unknown): boolean =>
  new Ajv({ strict: false }).compile({ ...schema, $defs: definitions })(value) === true;

/** One of each kind. */
const CONDITIONS: Record<string, Condition> = {
  all: { all: [{ property: 'event.properties.a', op: 'exists', value: true }] },
  any: { any: [{ property: 'event.properties.a', op: 'gt', value: 1 }] },
  not: { not: { property: 'event.properties.a', op: 'in', value: [1, 'b'] } },
  stat: { stat: 'points', op: 'gte', value: 10 },
  balance: { balance: 'coins', op: 'lt', other: 'event.properties.price' },
  attribute: { attribute: 'country', op: 'in', value: ['BR', 'DE'] },
  segment: { segment: 'vips' },
  first_time: { first_time: 'event' },
  time: { time: { zone: 'Europe/Berlin', days: ['sat', 'sun'], from: '18:00', to: '24:00' } },
  cel: { cel: 'event.properties.score >= 80' },
  property: { property: 'event.properties.a', op: 'eq', other: 'event.properties.b' },
};
const EFFECTS: Record<string, unknown> = {
  record: { effect: 'record', stat: 'points', amount: 3 },
  award: { effect: 'award', currency: 'coins', amount: { property: 'event.properties.coins' } },
  spend: { effect: 'spend', currency: 'coins', amount: 5 },
  set: { effect: 'set', attribute: 'tier', value: { property: 'event.properties.tier' } },
  emit: { effect: 'emit', type: 'levelled_up', properties: { level: { cel: 'player.stats.level' }, free: true } },
};

describe('the rule catalogue', () => {
  it('names every kind once and describes it', () => {
    for (const entries of [conditions, effects]) {
      expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
      for (const { title, description } of entries) expect(title.length * description.length).toBeGreaterThan(0);
    }
    expect(conditions.map(({ code }) => code)).toEqual(Object.keys(CONDITIONS));
    expect(effects.map(({ code }) => code)).toEqual(Object.keys(EFFECTS));
  });

  it('has an example of every kind, which its own schema takes, and a rule', () => {
    for (const { code, schema, example } of [...conditions, ...effects]) {
      expect([code, accepts(schema, example)]).toEqual([code, true]);
    }
    const schema = {
      type: 'object',
      properties: { when: { $ref: '#/$defs/condition' }, then: { items: { $ref: '#/$defs/effect' } } },
    };
    const then = effects.map(({ example }) => example);
    for (const { example } of conditions) expect(accepts(schema, { when: example, then })).toBe(true);
  });

  it.each(conditions.map((entry) => [entry.code, entry] as const))(
    'has a schema for %s that takes it alone, as does that of all conditions',
    (code, { schema }) => {
      for (const [other, condition] of Object.entries(CONDITIONS)) {
        expect(accepts(schema, condition)).toBe(other === code);
        expect(accepts({ $ref: '#/$defs/condition' }, condition)).toBe(true);
        expect(compileCondition(condition, { rule: 'rule@0', stats: new Map() })).toBeInstanceOf(Function);
      }
    },
  );

  it.each(effects.map((entry) => [entry.code, entry] as const))(
    'has a schema for %s, as has that of all effects',
    (code, { schema }) => {
      expect(accepts(schema, EFFECTS[code])).toBe(true);
      expect(accepts({ $ref: '#/$defs/effect' }, EFFECTS[code])).toBe(true);
      expect(accepts(schema, { ...(EFFECTS[code] as object), other: 1 })).toBe(false);
    },
  );
});
