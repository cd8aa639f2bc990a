import fc from 'fast-check';
import { RecordedOffsets } from './recorded-offsets.js';
import { SeenEvents, shareOf } from './seen-events.js';

describe('events that were seen', () => {
  it('are known again, however many they are, and others are not', () => {
    const seen = new SeenEvents();
    for (let index = 0; index < 20_000; index += 1) expect(seen.add(`event ${index}`)).toBe(false);
    for (let index = 0; index < 20_000; index += 1) expect(seen.has(`event ${index}`)).toBe(true);
    for (let index = 20_000; index < 40_000; index += 1) expect(seen.has(`event ${index}`)).toBe(false);
  });

  it('are the same as in a set', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (ids) => {
        const [seen, set] = [new SeenEvents(), new Set<string>()];
        for (const id of ids) {
          expect(seen.add(id)).toBe(set.has(id));
          set.add(id);
        }
      }),
    );
  });
});

describe('the share of a player', () => {
  it('is always the same one, and shares are about even', () => {
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 4_000; index += 1) {
      const share = shareOf(`player ${index}`, 4);
      expect(shareOf(`player ${index}`, 4)).toBe(share);
      counts[share] = (counts[share] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(800);
  });
});

describe('offsets with a record', () => {
  it('leave the others as ranges', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 60 })), fc.nat({ max: 61 }), (offsets, from) => {
        const recorded = new RecordedOffsets(61);
        for (const offset of offsets) expect(recorded.add(offset)).toBe(true);

        const ranges = recorded.missing(7, from, 100);

        const missing = ranges.flatMap(({ low, high }) =>
          Array.from({ length: high - low }, (_, index) => low + index),
        );
        const expected = Array.from({ length: 61 }, (_, offset) => offset);
        expect(missing).toEqual(expected.filter((offset) => offset >= from && !offsets.includes(offset)));
      }),
    );
  });

  it('are told of when they come again, and ranges are cut at the limit', () => {
    const recorded = new RecordedOffsets(10);
    for (const offset of [1, 3, 5]) recorded.add(offset);

    expect(recorded.add(3)).toBe(false);
    expect(recorded.missing(7, 0, 2)).toEqual([
      { partition: 7, low: 0, high: 1 },
      { partition: 7, low: 2, high: 3 },
    ]);
  });
});
