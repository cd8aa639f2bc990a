import fc from 'fast-check';
import { compareUtf8 } from './ranking.js';
import { decodeNumber, encodeNumber } from './row-code.js';

const safeInteger = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

describe('a number in a member', () => {
  it('keeps its order in bytes, over all safe integers', () => {
    fc.assert(
      fc.property(safeInteger, safeInteger, (left, right) => {
        expect(Math.sign(compareUtf8(encodeNumber(left), encodeNumber(right)))).toBe(Math.sign(left - right));
      }),
    );
  });

  it.each([0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 36, -(2 ** 36), 2 ** 18, 2 ** 18 - 1])(
    'is read back as %d',
    (value) => {
      expect(decodeNumber(encodeNumber(value))).toBe(value);
      expect(encodeNumber(value)).toHaveLength(9);
    },
  );
});
