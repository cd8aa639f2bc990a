import fc from 'fast-check';
import { DistinctCount } from './distinct-count.js';

const of = (texts: Iterable<string>): DistinctCount => {
  const count = new DistinctCount();
  for (const text of texts) count.add(text);
  return count;
};
const players = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `player-${from + index}`);

describe('a count of different texts', () => {
  it('is exact while they are few, however often each comes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.nat(300).map((id) => `p${id}`),
          { maxLength: 600 },
        ),
        (texts) => {
          expect(of(texts).count()).toBe(new Set(texts).size);
        },
      ),
    );
  });

  it.each([1_000, 20_000, 300_000])('is off by little when they are %d', (many) => {
    const count = of(players(many)).count();
    expect(Math.abs(count - many) / many).toBeLessThan(0.07);
  });

  it.each([
    ['few and few', 20, 30],
    ['few and many', 100, 5_000],
    ['many and few', 5_000, 100],
    ['many and many', 3_000, 4_000],
  ])('is joined to another without counting anyone twice: %s', (_what, one, other) => {
    const [left, right] = [players(one), players(other, Math.floor(one / 2))];
    const joined = of(left);
    joined.join(of(right));
    expect(joined.count()).toBe(of([...left, ...right]).count());
  });

  it.each([0, 1, 512, 513, 9_000])('survives being stored: of %d', (many) => {
    const bytes = of(players(many)).toBytes();
    expect(bytes.length).toBeLessThanOrEqual(2_049);
    const read = DistinctCount.fromBytes(Buffer.from(bytes));
    expect(read.count()).toBe(of(players(many)).count());
    read.add('player-0');
    expect(read.count()).toBe(of(players(Math.max(1, many))).count());
  });
});
