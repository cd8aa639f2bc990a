import type { ProgramDocument } from '@laurel/releases-domain';
import fc from 'fast-check';

/** Keys that objects inherit something under, among ordinary ones. */
const KEYS = ['constructor', 'level', 'valueof', '0'];
const STATS = ['constructor', 'points', 'goals'];
const TYPES = ['played', 'constructor', 'scored'];
const NAMES = ['amount', 'list', 'constructor', '__proto__', 'toString', 'length', 'ünï☃', ' ', '0'];
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.1,
  1e21,
  1e-7,
  5e-324,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];
const TEXTS = [
  '',
  '(a+)+$',
  `${'a'.repeat(2_000)}!`,
  '\u0000',
  '\ud800',
  '☃'.repeat(100),
  '9'.repeat(40),
  '1e999',
  '__proto__',
];

const scalars = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(...TEXTS),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** What JSON can say, with names that objects inherit something under. */
export const hostileValues: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.constantFrom(...NUMBERS), { minLength: 900, maxLength: 1_100 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 5 }).map(ownMembers),
  ),
})).value;

/** As JSON is parsed: `__proto__` becomes a member like any other. */
function ownMembers(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

const paths = fc
  .tuple(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([names, isList]) => `event.properties.${names.join(isList ? '[].' : '.')}${isList ? '[]' : ''}`);
const onePath = fc.constantFrom(...NAMES).map((name) => `event.properties.${name}`);
const LIST = 'event.properties.list';

/** Expressions that are long, look at much, or at what is not there; none of them is refused. */
export const EXPRESSIONS = [
  `${LIST}.exists(each, each in ${LIST})`,
  `(${LIST} + ${LIST} + ${LIST}).all(each, each != ${LIST})`,
  `${LIST}.all(each, ${LIST} == ${LIST} && ${LIST} == ${LIST} && ${LIST} == ${LIST})`,
  `size(${LIST}.map(each, string(each) + event.properties.amount)) > 3`,
  `${LIST} == ${LIST}`,
  Array.from({ length: 20 }, () => 'true').join(' && '),
  `${'('.repeat(12)}event.properties.amount${')'.repeat(12)} > 3`,
  'event.properties.constructor == event.properties.toString',
  'player.attributes.constructor == "a"',
  'player.stats.constructor + player.balances.constructor > 1.0',
  'event.properties.amount.contains("(a+)+$")',
  'event.properties[event.properties.amount] == 1',
  'event.properties.amount / 0 > 1',
  'int(event.properties.amount) * 9007199254740991 > 1',
];
const conditions = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'large' },
    fc.record({ property: paths, op: fc.constantFrom('eq', 'ne', 'contains'), value: scalars }),
    fc.record({ property: paths, op: fc.constantFrom('in', 'eq', 'gt'), other: onePath }),
    fc.record({ property: paths, op: fc.constant('in'), value: fc.array(scalars, { minLength: 1, maxLength: 60 }) }),
    fc.record({ stat: fc.constantFrom(...STATS), op: fc.constantFrom('gt', 'ne'), value: fc.constantFrom(...NUMBERS) }),
    fc.record({ attribute: fc.constantFrom(...KEYS), op: fc.constantFrom('eq', 'ne'), other: onePath }),
    fc.record({ cel: fc.constantFrom(...EXPRESSIONS) }),
    fc.constantFrom({ segment: 'constructor' }, { first_time: 'event' }, { first_time: 'match' }),
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

const aboutPlayers = fc.oneof(
  fc.record({ stat: fc.constantFrom(...STATS), op: fc.constantFrom('gt', 'ne'), value: fc.constantFrom(...NUMBERS) }),
  fc.constant({ cel: 'player.attributes.constructor == "a"' }),
  fc.constant({ all: Array.from({ length: 50 }, () => ({ attribute: 'constructor', op: 'exists', value: true })) }),
);

const SAFE = [0, -0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const amounts = fc.oneof(
  fc.constantFrom(...SAFE, '9'.repeat(15)),
  fc.record({ property: onePath, negate: fc.boolean() }),
  fc.record({ attribute: fc.constantFrom(...KEYS), negate: fc.boolean() }),
  fc.constantFrom(
    { cel: 'event.properties.amount * 1e300' },
    { cel: `size(${LIST})` },
    { cel: 'player.stats.constructor' },
  ),
);
const values = fc.oneof(
  fc.constantFrom(null, true, '', '__proto__', ...SAFE),
  fc.record({ property: onePath }),
  fc.constantFrom({ cel: 'dyn(event.properties.amount) + "a"' }, { cel: LIST }),
);
const effects = fc.oneof(
  fc.record({ effect: fc.constant('record'), stat: fc.constantFrom(...STATS), amount: amounts }),
  fc.record({
    effect: fc.constantFrom('award', 'spend'),
    currency: fc.constantFrom('constructor', 'coins'),
    amount: amounts,
  }),
  fc.record({ effect: fc.constant('set'), attribute: fc.constantFrom(...KEYS), value: values }),
  fc.record({
    effect: fc.constant('emit'),
    // Rules for what is emitted are few: most programs have no loop.
    type: fc.constantFrom('emitted', 'emitted', 'emitted', 'played'),
    properties: fc.dictionary(fc.constantFrom('amount', 'list', 'constructor', 'toString'), values, { maxKeys: 3 }),
  }),
);

/** Programs that are written with care to do harm, most of them of the right shape. Loops of emitted events are among them. */
export const hostilePrograms: fc.Arbitrary<ProgramDocument> = fc
  .record({
    rules: fc.array(
      fc.record(
        {
          on: fc.subarray(TYPES, { minLength: 1 }),
          when: conditions,
          then: fc.array(effects, { minLength: 1, maxLength: 4 }),
          priority: fc.constantFrom(-1_000_000, 1_000_000),
          stop: fc.boolean(),
          limits: fc.constant([{ per: 'ever', times: 1 }]),
          firstPlayers: fc.constantFrom(1, 10),
        },
        { requiredKeys: ['on', 'then'] },
      ),
      { maxLength: 12 },
    ),
    segment: aboutPlayers,
    aggregations: fc.tuple(...STATS.map(() => fc.constantFrom('sum', 'max', 'min', 'last', 'count'))),
  })
  .map(({ rules, segment, aggregations }) => ({
    stats: STATS.map((key, index) => ({ key, aggregation: aggregations[index] ?? 'sum' })),
    rules: rules.map((rule, index) => ({ key: index === 0 ? 'constructor' : `rule-${index}`, ...rule })),
    leaderboards: STATS.map((stat) => ({
      key: stat,
      source: { stat },
      aggregation: 'best',
      order: 'asc',
      windows: [{ kind: 'all' }],
    })),
    segments: [{ key: 'constructor', when: segment }],
  })) as fc.Arbitrary<ProgramDocument>;

/** Properties of events: what JSON can say under the names that programs read. */
export const hostileProperties = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), hostileValues), { maxLength: 6 })
  .map(ownMembers);

/** Types of the events that hostile programs are for, and of others. */
export const hostileTypes = fc.constantFrom(...TYPES, 'other', '__proto__', 'toString');
