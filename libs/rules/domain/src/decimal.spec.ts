import fc from 'fast-check';
import { MAX_SCALE, comparableUnits, numberOfUnits, shiftPoint, unitsOfNumber, unitsOfText } from './decimal.js';

const scales = fc.integer({ min: 0, max: MAX_SCALE });
const MAX = Number.MAX_SAFE_INTEGER;
const SCALES = Array.from({ length: MAX_SCALE + 1 }, (_, scale) => scale);

/** Units as text with a point, by whole numbers alone. */
function textOf(units: number, scale: number): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)];
  return `${units < 0 ? '-' : ''}${whole}${scale === 0 ? '' : `.${fraction}`}`;
}

describe('an amount as text', () => {
  it.each(SCALES)('is exact up to ±(2^53 − 1) units under a scale of %d', (scale) => {
    for (const units of [MAX, MAX - 1, 2 ** 52 + 1, 1, 0, -1, -MAX]) {
      expect(unitsOfText(textOf(units, scale), scale)).toBe(units);
    }
    expect(unitsOfText(textOf(MAX, scale).replace(/1$/, '2'), scale)).toBeUndefined();
    expect(unitsOfText(`-${textOf(MAX, scale).replace(/1$/, '2')}`, scale)).toBeUndefined();
  });

  it('is exact for any units under any scale', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), scales, (units, scale) => {
        expect(unitsOfText(textOf(units, scale), scale)).toBe(units);
      }),
    );
  });

  it.each(['', '.5', '5.', '05', '+5', '1e2', '1_000', ' 5', '5\n', '٣', '0x10', '--5', '1.2.3', '9'.repeat(400)])(
    'is none when it is %p',
    (text) => {
      expect(unitsOfText(text, 2)).toBeUndefined();
    },
  );

  it('is none when it has more decimals than the scale, be they zeros', () => {
    expect([unitsOfText('1.5', 0), unitsOfText('1.50', 1), unitsOfText('1.50', 2)]).toEqual([
      undefined,
      undefined,
      150,
    ]);
  });
});

describe('an amount as a number', () => {
  it.each(SCALES)('is what it is written as, up to 15 digits, under a scale of %d', (scale) => {
    for (const units of [999_999_999_999_999, 999_999_999_999_998, 99, 29, 1, 0, -1, -999_999_999_999_999]) {
      expect(unitsOfNumber(Number(textOf(units, scale)), scale)).toBe(units);
    }
  });

  it('is what its text says, for any 15 digits under any scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), scales, (units, scale) => {
        expect(unitsOfNumber(Number(textOf(units, scale)), scale)).toBe(units);
      }),
    );
  });

  it('is exact where it is whole, up to 2^53 − 1 units', () => {
    expect(unitsOfNumber(MAX, 0)).toBe(MAX);
    expect(unitsOfNumber(2 ** 53, 0)).toBeUndefined();
    expect(unitsOfNumber(90_071_992_547_409, 2)).toBe(9_007_199_254_740_900);
    expect(unitsOfNumber(90_071_992_547_410, 2)).toBeUndefined();
    expect(unitsOfNumber(-9_007_199_254, 6)).toBe(-9_007_199_254_000_000);
    expect(unitsOfNumber(-9_007_199_255, 6)).toBeUndefined();
  });

  it('is never another one than was written: a fraction of which several are one double is none', () => {
    expect(70_368_744_177_664.09).toBe(70_368_744_177_664.1);
    expect(unitsOfNumber(70_368_744_177_664.1, 2)).toBeUndefined();
    expect(unitsOfText('70368744177664.09', 2)).toBe(7_036_874_417_766_409);
  });

  it('is exact or none, for any number', () => {
    fc.assert(
      fc.property(fc.double(), scales, (value, scale) => {
        const units = unitsOfNumber(value, scale);
        expect(units === undefined || unitsOfText(textOf(units, scale), scale) === units).toBe(true);
        if (units !== undefined) expect(numberOfUnits(units, scale)).toBe(value);
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity, -0, 1e308, 1e-7, Number.MIN_VALUE, 0.1 + 0.2])(
    'is none when it is %d',
    (value) => {
      expect(SCALES.map((scale) => unitsOfNumber(value, scale))).toEqual(SCALES.map(() => undefined));
    },
  );
});

describe('a number in units, for comparing', () => {
  it('may lie between two units', () => {
    expect(comparableUnits(99.995, 2)).toBe(9_999.5);
    expect(comparableUnits('99.995', 2)).toBe(9_999.5);
    expect(comparableUnits(0.29, 2)).toBe(29);
  });

  it('stays what it is where it is no number, and without decimals', () => {
    expect(['many', true, undefined].map((value) => comparableUnits(value, 2))).toEqual(['many', true, undefined]);
    expect(['3', 1.5].map((value) => comparableUnits(value, 0))).toEqual(['3', 1.5]);
  });

  it('orders amounts as their units are ordered', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), scales.filter(Boolean), (left, right, scale) => {
        expect(left < Number(comparableUnits(textOf(right, scale), scale))).toBe(left < right);
      }),
    );
  });
});

describe('moving the point of a number', () => {
  it.each([
    [0.29, 2, 29],
    [1e-7, 6, 0.1],
    [1e21, 2, 1e23],
    [1.005, -2, 0.01005],
    [Infinity, 2, Infinity],
  ])('%d by %d is %d', (value, places, expected) => {
    expect(shiftPoint(value, places)).toBe(expected);
  });
});
