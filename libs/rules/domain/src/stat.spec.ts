import fc from 'fast-check';
import { type Recording, type StatAggregation, type StatValue, applyRecording, contribution, statId } from './stat.js';

const AGGREGATIONS: StatAggregation[] = ['sum', 'max', 'min', 'last', 'count'];
const MAX = Number.MAX_SAFE_INTEGER;

const recording = (amount: number, at: number, eventId = `e${at}`): Recording => ({ amount, at, eventId });

function applyAll(aggregation: StatAggregation, recordings: readonly Recording[]): StatValue | undefined {
  let stat: StatValue | undefined;
  for (const each of recordings) {
    const applied = applyRecording(aggregation, stat, each);
    if (!applied.ok) throw new Error(applied.error);
    stat = applied.value;
  }
  return stat;
}

describe('a stat', () => {
  const recordings = [recording(3, 20), recording(-5, 30), recording(4, 10)];

  it.each<[StatAggregation, StatValue]>([
    ['sum', { value: 2, at: 30 }],
    ['max', { value: 4, at: 10 }],
    ['min', { value: -5, at: 30 }],
    ['last', { value: -5, at: 30, by: 'e30' }],
    ['count', { value: 3, at: 30 }],
  ])('of %s has the value and the time of what it aggregates', (aggregation, expected) => {
    expect(applyAll(aggregation, recordings)).toEqual(expected);
  });

  it('keeps the earliest time of equal extremes', () => {
    expect(applyAll('max', [recording(4, 10), recording(4, 5), recording(4, 20)])).toEqual({ value: 4, at: 5 });
    expect(applyAll('min', [recording(4, 10), recording(4, 5), recording(4, 20)])).toEqual({ value: 4, at: 5 });
  });

  it('of last is decided by the event id between equal times', () => {
    const [a, b] = [recording(1, 10, 'a'), recording(2, 10, 'b')];

    expect(applyAll('last', [a, b])).toEqual({ value: 2, at: 10, by: 'b' });
    expect(applyAll('last', [b, a])).toEqual({ value: 2, at: 10, by: 'b' });
  });

  it('of count counts recordings of zero too', () => {
    expect(applyAll('count', [recording(0, 1), recording(-7, 2)])).toEqual({ value: 2, at: 2 });
  });

  it.each([
    [MAX, 1],
    [-MAX, -1],
  ])('of sum refuses to leave the safe integers: %d and %d', (value, amount) => {
    expect(applyRecording('sum', { value, at: 1 }, recording(amount, 2))).toEqual({ ok: false, error: 'overflow' });
    expect(applyRecording('sum', { value, at: 1 }, recording(-amount, 2)).ok).toBe(true);
  });

  it('of count refuses to leave the safe integers', () => {
    expect(applyRecording('count', { value: MAX, at: 1 }, recording(0, 2))).toEqual({ ok: false, error: 'overflow' });
  });

  it('leaves the value it was given as it was', () => {
    const current: StatValue = Object.freeze({ value: 1, at: 1, by: 'e1' });

    for (const aggregation of AGGREGATIONS) {
      expect(applyRecording(aggregation, current, recording(9, 9)).ok).toBe(true);
    }
    expect(current).toEqual({ value: 1, at: 1, by: 'e1' });
  });

  it('is the same in whatever order its recordings arrive', () => {
    const orders = fc
      .uniqueArray(fc.record({ amount: fc.integer({ min: -3, max: 3 }), at: fc.nat(4), id: fc.nat(30) }), {
        minLength: 1,
        maxLength: 8,
        selector: ({ id }) => id,
      })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(fc.constantFrom(...AGGREGATIONS), orders, (aggregation, [list, shuffled]) => {
        const of = (rows: typeof list) =>
          applyAll(
            aggregation,
            rows.map(({ amount, at, id }) => recording(amount, at, `e${id}`)),
          );
        expect(of(shuffled)).toEqual(of(list));
      }),
    );
  });
});

describe('what a recording is worth to a board', () => {
  it('is its amount, and one where recordings are counted', () => {
    expect(AGGREGATIONS.map((aggregation) => contribution(aggregation, 7))).toEqual([7, 7, 7, 7, 1]);
  });
});

describe('the id of a stat', () => {
  it('tells incarnations of a key apart', () => {
    expect(statId({ key: 'points', incarnation: 1 })).toBe('points@1');
    expect(statId({ key: 'points', incarnation: 12 })).toBe('points@12');
  });
});
