import fc from 'fast-check';
import { MAX_DISTINCT_VALUES, addValue } from './distinct.js';
import { compileRules, judge } from './rule.js';
import { NEW_RULE_PLAYER } from './rule-player.js';
import { type StatDefinition, type StatValue, applyRecording } from './stat.js';

const MAPS: StatDefinition = { key: 'maps', aggregation: 'distinct', incarnation: 1 };

function valueOf(recorded: readonly (readonly [string, number])[]): StatValue | undefined {
  let stat: StatValue | undefined;
  for (const [of, at] of recorded) {
    const applied = applyRecording('distinct', stat, { amount: 1, at, eventId: `e${at}`, of });
    if (!applied.ok) throw new Error(applied.error);
    stat = applied.value;
  }
  return stat;
}

describe('a stat of different values', () => {
  it('is how many there are, since the last of them came first', () => {
    const recorded = [
      ['harbor', 30],
      ['castle', 10],
      ['harbor', 20],
      ['castle', 40],
    ] as const;
    expect(valueOf(recorded)).toEqual({
      value: 2,
      at: 20,
      values: [
        ['castle', 10],
        ['harbor', 20],
      ],
    });
  });

  it('is the same in whatever order events arrive', () => {
    const recordings = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'B', '', '__proto__', '☃', 'constructor'), fc.integer({ min: -5, max: 20 })),
      { minLength: 1, maxLength: 20 },
    );
    const orders = recordings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(orders, ([one, other]) => {
        expect(valueOf(one)).toEqual(valueOf(other));
        expect(valueOf(one)?.value).toBe(new Set(one.map(([text]) => text)).size);
      }),
    );
  });

  it('takes no more than it may, and knows those that it has', () => {
    const full = valueOf(Array.from({ length: MAX_DISTINCT_VALUES }, (_, index) => [`map-${index}`, index] as const));
    expect(addValue(full, 'another', 0)).toEqual({ ok: false, error: 'full' });
    expect(addValue(full, 'map-7', 2_000)).toEqual({ ok: true, value: full });
    expect(full?.value).toBe(MAX_DISTINCT_VALUES);
  });
});

describe('recording a value', () => {
  const rules = compileRules(
    [
      {
        key: 'seen',
        on: ['played'],
        then: [{ effect: 'record', stat: 'maps', value: { property: 'event.properties.map' } }],
      },
    ],
    [MAPS],
    {
      boosts: [{ key: 'double', from: '1970-01-01T00:00:00Z', to: '1970-01-02T00:00:00Z', multiplier: 20_000 }],
    },
  );
  const effectOf = (properties: Record<string, unknown>) =>
    judge(rules, { eventId: 'e1', type: 'played', playerId: 'anna', occurredAt: 0, properties }, NEW_RULE_PLAYER, 0)
      .effects[0];

  it.each([
    ['harbor', 'harbor'],
    [5, '5'],
    [true, 'true'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('of %p is of %p, whatever boosts there are', (map, of) => {
    expect(effectOf({ map })).toEqual({ kind: 'record', rule: 'seen', stat: 'maps', amount: 1, of });
  });

  it.each([[null], [undefined], [['harbor']], ['x'.repeat(65)], ['\ud800']])('is refused where it is %p', (map) => {
    expect(effectOf({ map })).toMatchObject({ kind: 'refused', rule: 'seen', code: 'rules.invalid_value' });
  });
});
