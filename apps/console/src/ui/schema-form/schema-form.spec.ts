import type { JsonSchema } from './json-schema.js';
import { labelOf, pointerTo, withoutPositions } from './labels.js';
import { choicesOf, chosenSchema, effectiveSchema } from './resolve-schema.js';
import { fitted, seedOf, withMember } from './seed.js';

const exactly = (properties: Record<string, JsonSchema>, optional: string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const decimal: JsonSchema = { if: { type: 'string' }, then: { pattern: '^\\d+$' }, else: { type: 'number' } };
const definitions = {
  slug: { type: 'string' },
  amount: {
    if: { type: 'object' },
    then: {
      if: { required: ['cel'] },
      then: exactly({ cel: { type: 'string' } }),
      else: exactly({ property: { type: 'string' }, negate: { type: 'boolean' } }, ['negate']),
    },
    else: decimal,
  },
} satisfies Record<string, JsonSchema>;
const scope = { definitions, seeds: {} };

const tier: JsonSchema = {
  type: 'object',
  if: { required: ['ranks'] },
  then: exactly({ name: { $ref: '#/$defs/slug' }, ranks: exactly({ from: { type: 'integer', minimum: 1 } }) }),
  else: exactly({ name: { $ref: '#/$defs/slug' }, topPercent: { type: 'number' } }),
};

const window: JsonSchema = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: ['all', 'season'] } },
  allOf: [
    {
      if: { required: ['kind'], properties: { kind: { const: 'all' } } },
      then: exactly({ kind: {} }),
    },
    {
      if: { required: ['kind'], properties: { kind: { const: 'season' } } },
      then: exactly({ kind: {}, key: { type: 'string' } }),
    },
  ],
};

const comparison: JsonSchema = {
  type: 'object',
  if: { required: ['other'] },
  then: exactly({ stat: { $ref: '#/$defs/slug' }, op: { enum: ['eq', 'in'] }, other: { type: 'string' } }),
  else: {
    type: 'object',
    required: ['stat', 'op'],
    properties: { op: { enum: ['eq', 'in'] } },
    allOf: [
      {
        if: { required: ['op'], properties: { op: { enum: ['eq'] } } },
        then: exactly({ stat: { $ref: '#/$defs/slug' }, op: {}, value: { type: 'number' } }),
      },
      {
        if: { required: ['op'], properties: { op: { enum: ['in'] } } },
        then: exactly({
          stat: { $ref: '#/$defs/slug' },
          op: {},
          value: { type: 'array', minItems: 1, items: { type: 'number' } },
        }),
      },
    ],
  },
};

describe('a schema that depends on its value', () => {
  it('is what the value’s own kind asks for', () => {
    const { properties, required } = effectiveSchema(window, { kind: 'season' }, definitions);

    expect(Object.keys(properties ?? {})).toEqual(['kind', 'key']);
    expect(properties?.['kind']).toEqual({ enum: ['all', 'season'] });
    expect(required).toEqual(['kind', 'key']);
  });

  it('has the members of the closed part in their order', () => {
    const { properties } = effectiveSchema(comparison, { stat: 'xp', op: 'eq', value: 1 }, definitions);

    expect(Object.keys(properties ?? {})).toEqual(['stat', 'op', 'value']);
    expect(properties?.['op']).toEqual({ enum: ['eq', 'in'] });
  });
});

describe('the shapes of a value', () => {
  it('are told apart by the member that only one of them has', () => {
    expect(choicesOf(tier, definitions).map(({ name }) => name)).toEqual(['ranks', 'topPercent']);
    expect(choicesOf({ $ref: '#/$defs/amount' }, definitions).map(({ name }) => name)).toEqual(['cel', 'property', '']);
    expect(choicesOf(comparison, definitions).map(({ name }) => name)).toEqual(['other', '']);
  });

  it('are none where a schema leaves no choice', () => {
    expect(choicesOf(decimal, definitions)).toEqual([]);
    expect(choicesOf(window, definitions)).toEqual([]);
  });

  it.each([
    [5, ''],
    ['5', ''],
    [{ cel: '1' }, 'cel'],
    [{ property: 'event.properties.n' }, 'property'],
  ])('the amount %j has the shape "%s"', (value, name) => {
    const chosen = chosenSchema({ $ref: '#/$defs/amount' }, value, definitions);

    expect(choicesOf({ $ref: '#/$defs/amount' }, definitions).find(({ schema }) => schema === chosen)?.name).toBe(name);
  });
});

describe('what a form begins with', () => {
  it('has what must be there, plain where that will do', () => {
    expect(seedOf({ $ref: '#/$defs/amount' }, scope)).toBe(1);
    expect(seedOf(tier, scope)).toEqual({ name: '', ranks: { from: 1 } });
    expect(seedOf(window, scope)).toEqual({ kind: 'all' });
    expect(seedOf({ type: 'array', minItems: 1, items: { $ref: '#/$defs/slug' } }, scope)).toEqual([]);
    expect(seedOf({ type: 'array', minItems: 1, items: window }, scope)).toEqual([{ kind: 'all' }]);
  });

  it('is what is known of a definition', () => {
    expect(seedOf({ $ref: '#/$defs/slug' }, { definitions, seeds: { slug: 'points' } })).toBe('points');
  });
});

describe('a value whose kind changes', () => {
  it('loses what the new kind has not, and gets what it must have', () => {
    expect(fitted({ kind: 'season' }, window, scope)).toEqual({ kind: 'season', key: '' });
    expect(fitted({ kind: 'all', key: 'spring' }, window, scope)).toEqual({ kind: 'all' });
  });

  it('keeps what still fits, and not what has another type', () => {
    expect(fitted({ stat: 'xp', op: 'in', value: 5 }, comparison, scope)).toEqual({ stat: 'xp', op: 'in', value: [1] });
    expect(fitted({ stat: 'xp', op: 'eq', value: 5 }, comparison, scope)).toEqual({ stat: 'xp', op: 'eq', value: 5 });
  });
});

describe('a member', () => {
  it('keeps its place when it changes, and goes when it is nothing', () => {
    expect(Object.keys(withMember({ a: 1, b: 2 }, 'a', 3))).toEqual(['a', 'b']);
    expect(withMember({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
  });

  it('is called as people read it, and found by its pointer', () => {
    expect(labelOf('firstPlayers')).toBe('First players');
    expect(labelOf('on', { on: 'Events' })).toBe('Events');
    expect(pointerTo('/rules', 'a/b~c')).toBe('/rules/a~1b~0c');
    expect(withoutPositions('/limits/0/per')).toBe('/limits/per');
    expect(withoutPositions('/limits/0')).toBe('/limits/*');
  });
});
