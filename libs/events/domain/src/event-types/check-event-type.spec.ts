import fc from 'fast-check';
import { checkEventType } from './check-event-type.js';
import { compilePayloadSchema } from './compile-payload-schema.js';
import type { PayloadSchema } from './event-type.js';

const problemsOf = (schema: PayloadSchema): string[] =>
  checkEventType({ key: 'match_played', schema }).map(({ path, rule }) => `${path} ${rule}`);

/** Uses every keyword that there is. */
const EVERYTHING = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { name: { type: 'string', pattern: '^\\p{L}[\\w -]*$', minLength: 1, maxLength: 40 } },
  $comment: 'of a match',
  title: 'Match',
  description: 'played to its end',
  type: 'object',
  default: {},
  examples: [{ goals: 1 }],
  deprecated: false,
  required: ['goals'],
  minProperties: 1,
  maxProperties: 20,
  propertyNames: { maxLength: 20 },
  dependentRequired: { home: ['away'] },
  dependentSchemas: { home: { properties: { away: { not: { const: 'nobody' } } } } },
  properties: {
    goals: { type: 'integer', minimum: 0, maximum: 99, exclusiveMinimum: -1, exclusiveMaximum: 100 },
    stake: { type: 'number', multipleOf: 0.01 },
    home: { $ref: '#/$defs/name', readOnly: true },
    away: { $ref: '#/$defs/name', writeOnly: true },
    kickOff: { type: 'string', format: 'date-time' },
    day: { format: 'date' },
    id: { format: 'uuid' },
    cards: { type: 'array', items: { enum: ['red', 'yellow'] }, minItems: 0, maxItems: 22 },
    scorers: { type: 'array', items: { type: ['string', 'null'] }, uniqueItems: true },
    score: { prefixItems: [{ type: 'integer' }, { type: 'integer' }], items: false, unevaluatedItems: false },
    lineUp: { type: 'array', contains: { const: 'keeper' }, minContains: 1, maxContains: 1 },
  },
  patternProperties: { '^x_|^day$': true },
  additionalProperties: { type: 'boolean' },
  unevaluatedProperties: false,
  allOf: [true],
  anyOf: [{ required: ['home'] }, { required: ['goals'] }],
  oneOf: [{}],
  if: { required: ['home'] },
  then: { required: ['away'] },
  else: true,
};

describe('an event type', () => {
  it('needs no schema', () => {
    expect(checkEventType({ key: 'match_played' })).toEqual([]);
    expect(checkEventType({ key: 'match_played', validation: 'off' })).toEqual([]);
  });

  it.each(['warn', 'enforce'] as const)('needs one to %s', (validation) => {
    expect(checkEventType({ key: 'match_played', validation })).toEqual([
      { path: '/schema', rule: 'required', message: expect.stringContaining(validation) },
    ]);
    expect(checkEventType({ key: 'match_played', validation, schema: {} })).toEqual([]);
  });
});

describe('the schema of an event type', () => {
  it('may use all of the dialect', () => {
    expect(problemsOf(EVERYTHING)).toEqual([]);
  });

  it.each<[string, PayloadSchema, string]>([
    ['an unknown keyword', { propertis: {} }, '/schema/propertis unknown'],
    ['a keyword of OpenAPI', { properties: { a: { nullable: true } } }, '/schema/properties/a/nullable unknown'],
    ['an identity', { $id: 'https://example.com/schema' }, '/schema/$id unknown'],
    ['an anchor', { $defs: { a: { $anchor: 'b' } } }, '/schema/$defs/a/$anchor unknown'],
    ['a dynamic reference', { $dynamicRef: '#meta' }, '/schema/$dynamicRef unknown'],
    ['another draft', { $schema: 'http://json-schema.org/draft-07/schema#' }, '/schema/$schema draft'],
    ['a draft within', { items: { $schema: EVERYTHING.$schema } }, '/schema/items/$schema outermost'],
    ['definitions within', { not: { $defs: {} } }, '/schema/not/$defs outermost'],
    ['a remote reference', { $ref: 'https://example.com/a.json' }, '/schema/$ref reference'],
    ['a reference to a file', { $ref: 'file:///etc/passwd' }, '/schema/$ref reference'],
    ['a reference to itself as a whole', { $ref: '#' }, '/schema/$ref reference'],
    ['a reference to nothing', { items: { $ref: '#/$defs/a' } }, '/schema/items/$ref reference'],
    ['a reference to what all objects have', { $ref: '#/$defs/toString' }, '/schema/$ref reference'],
    ['a reference that is no text', { $ref: 7 }, '/schema/$ref reference'],
    ['a circle', { $ref: '#/$defs/a', $defs: { a: { items: { $ref: '#/$defs/a' } } } }, '/schema recursion'],
    ['an unknown type', { properties: { 'a/b': { type: 'int' } } }, '/schema/properties/a~1b/type enum'],
    ['a bound that is no number', { minimum: '1' }, '/schema/minimum type'],
    ['properties that are none', { properties: [] }, '/schema/properties type'],
    ['a list of schemas that is none', { allOf: {} }, '/schema/allOf type'],
    ['an unknown format', { format: 'email' }, '/schema/format enum'],
    ['a pattern that is none', { pattern: '[' }, '/schema/pattern pattern'],
    ['a pattern with look-ahead', { pattern: '^(?=a)' }, '/schema/pattern pattern'],
    ['a pattern with a back-reference', { pattern: '(a)\\1' }, '/schema/pattern pattern'],
    ['a pattern of names that is none', { patternProperties: { '(': {} } }, '/schema/patternProperties/( pattern'],
    ['unique objects', { uniqueItems: true }, '/schema/uniqueItems scalars'],
    [
      'a name of no property',
      { properties: JSON.parse('{"__proto__":{}}') as object },
      '/schema/properties/__proto__ forbiddenName',
    ],
    ['a control character in a name', { enum: [{ 'a\0b': 1 }] }, '/schema/enum/0/a\0b name'],
    ['names that break comparing', { type: [{ valueOf: 1 }, { valueOf: 1 }] }, '/schema schema'],
    ['16 KB', { description: 'x'.repeat(16_384) }, '/schema maxBytes'],
    ['a large automaton', { pattern: '(a[ab]{100}|b[ab]{99}a){4}[cd]' }, '/schema budget'],
    ['`if` without what follows', { if: {} }, '/schema schema'],
  ])('can not have %s', (_what, schema, problem) => {
    expect(problemsOf(schema)).toEqual([problem]);
  });

  it('can not hide work behind references that double each other', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 30 }, (_, level) => {
        const next = level === 29 ? { type: 'string' } : { $ref: `#/$defs/d${level + 1}` };
        return [`d${level}`, { allOf: [next, next] }];
      }),
    );
    expect(problemsOf({ $ref: '#/$defs/d0', $defs })).toEqual(['/schema budget']);
  });

  it('pays for the dearest of its properties, not for all', () => {
    const uuid = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
    const properties = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`id_${index}`, uuid]));
    expect(problemsOf({ properties })).toEqual([]);
    expect(problemsOf({ allOf: Object.values(properties) })).toEqual(['/schema budget']);
  });

  it('lists every problem of its shape at once', () => {
    expect(problemsOf({ nullable: true, properties: { a: { pattern: '[' }, b: { maximum: 'x' } } }).sort()).toEqual([
      '/schema/nullable unknown',
      '/schema/properties/a/pattern pattern',
      '/schema/properties/b/maximum type',
    ]);
  });

  it('compiles when it was found good, and is answered with problems else, whatever it is', () => {
    const word = fc.constantFrom(
      'type',
      '$ref',
      'items',
      'properties',
      'allOf',
      'pattern',
      'enum',
      'required',
      'if',
      '$defs',
      'a',
    );
    const { schema } = fc.letrec<{ schema: object; value: unknown }>((tie) => ({
      schema: fc.dictionary(word, tie('value'), { maxKeys: 4 }),
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>('string', '#/$defs/a', '(', 1, true, null),
        tie('schema'),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(schema, (candidate) => {
        const found = candidate as PayloadSchema;
        if (problemsOf(found).length === 0) compilePayloadSchema(found)({});
      }),
      { numRuns: 300 },
    );
  });
});
