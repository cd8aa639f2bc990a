import { type EventTypeDraft, defineEventType } from './event-type.js';
import { EventTypes } from './event-types.js';

const types = (...drafts: readonly EventTypeDraft[]): EventTypes => new EventTypes(drafts.map(defineEventType));
const GOALS = { type: 'object', required: ['goals'], properties: { goals: { type: 'integer', minimum: 0 } } };

describe('event types', () => {
  it('are closed to clients unless they say otherwise', () => {
    const known = types({ key: 'open', clients: true }, { key: 'shut', clients: false }, { key: 'plain' });
    expect(['open', 'shut', 'plain', 'unknown', 'toString'].map((type) => known.isOpenToClients(type))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('say nothing of events without a schema, or whose schema is off', () => {
    const known = types({ key: 'plain' }, { key: 'off', schema: GOALS });
    expect(['plain', 'off', 'unknown'].map((type) => known.check(type, {}))).toEqual([undefined, undefined, undefined]);
  });

  it.each(['warn', 'enforce'] as const)('name place and rule of what breaks a schema to %s', (validation) => {
    const known = types({ key: 'match', schema: GOALS, validation });
    const broken = (properties: Record<string, unknown>) => known.check('match', properties);
    expect(broken({ goals: 2 })).toBeUndefined();
    expect(broken({})).toEqual({
      validation,
      problem: { path: '/properties/goals', rule: 'required', message: 'is required' },
    });
    expect(broken({ goals: -1 })?.problem).toMatchObject({ path: '/properties/goals', rule: 'minimum' });
    expect(broken({ goals: 'two' })?.problem).toMatchObject({ path: '/properties/goals', rule: 'type' });
  });

  it.each<[string, object, unknown, unknown]>([
    ['patterns anywhere in a text', { pattern: 'b+' }, 'abc', 'ac'],
    ['patterns of Unicode', { pattern: '^\\p{Lu}\\u00e9$' }, 'Éé', 'éé'],
    ['one pattern after another', { allOf: [{ pattern: 'a' }, { pattern: 'b' }] }, 'ab', 'aa'],
    ['times', { format: 'date-time' }, '2014-08-16T16:30:00+02:00', '2014-02-30T16:30:00Z'],
    ['days', { format: 'date' }, '2014-08-16', '2014-02-30'],
    ['UUIDs', { format: 'uuid' }, '0193d3a5-7a3c-7000-8000-000000000001', '0193d3a5'],
    ['decimals', { multipleOf: 0.01 }, 99.99, 99.999],
    ['lengths in characters, not in UTF-16 units', { maxLength: 1 }, '🏆', '🏆🏆'],
    ['distinct items', { items: { type: 'string' }, uniqueItems: true }, ['a', '__proto__'], ['a', 'a']],
  ])('check %s', (_what, schema, good, bad) => {
    const known = types({ key: 'a', validation: 'enforce', schema: { properties: { value: { ...schema } } } });
    expect(known.check('a', { value: good })).toBeUndefined();
    expect(known.check('a', { value: bad })?.problem.path).toBe('/properties/value');
  });

  it.each(['valueOf', 'toString', 'hasOwnProperty'])('survive a property called %s', (name) => {
    const schema = { properties: { value: { enum: [{}, { [name]: 1 }] } } };
    const known = types({ key: 'a', validation: 'enforce', schema });
    expect(known.check('a', { value: { [name]: 2 } })?.validation).toBe('enforce');
  });

  it('look for one problem, though an event has thousands', () => {
    const schema = { properties: { list: { items: { type: 'string' } } } };
    const known = types({ key: 'a', validation: 'enforce', schema });
    expect(known.check('a', { list: Array.from({ length: 10_000 }, () => 1) })?.problem.path).toBe(
      '/properties/list/0',
    );
  });
});
