/** Most decimals that an amount may have. */
export const MAX_SCALE = 6;

/** How many decimals amounts of something have: under a scale of 2, 99.99 is kept as 9999 units of 0.01. */
export const scaleSchema = { type: 'integer', minimum: 0, maximum: MAX_SCALE };

/** An amount as text: digits, with a point and more of them where it has decimals. */
export const DECIMAL_PATTERN = '^-?(0|[1-9]\\d{0,15})(\\.\\d{1,6})?$';

const DECIMAL = new RegExp(DECIMAL_PATTERN);

const FACTORS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** Units in one: 100 under a scale of 2. */
export const unitsOf = (scale: number): number => FACTORS[scale] ?? 1;

/**
 * Decimals of up to 15 significant digits are each the shortest text of a double of their own (IEEE 754). Of longer ones several
 * are the same double, so which of them was written can't be told.
 */
const MOST_FRACTIONAL_UNITS = 999_999_999_999_999;

/**
 * The units of a number: exactly what its shortest decimal text says. Nothing is rounded.
 *
 * @returns undefined where it has more decimals than the scale, a fraction and more than 15 digits, or is beyond 2^53 − 1 units
 */
export function unitsOfNumber(value: number, scale: number): number | undefined {
  const factor = unitsOf(scale);
  if (Number.isInteger(value)) {
    const units = value * factor;
    return Number.isSafeInteger(units) && !Object.is(units, -0) ? units : undefined;
  }
  // The division is rounded to the nearest double, as the text of a number is when it is read: only the right units come back.
  const units = Math.round(value * factor);
  return Math.abs(units) <= MOST_FRACTIONAL_UNITS && units / factor === value ? units : undefined;
}

/**
 * The units of an amount as text.
 *
 * @returns undefined where it is none, has more decimals than the scale, or is beyond 2^53 − 1 units
 */
export function unitsOfText(text: string, scale: number): number | undefined {
  const [whole = '', fraction = ''] = DECIMAL.test(text) ? text.split('.') : [];
  if (whole === '' || fraction.length > scale) return undefined;
  const units = Number(whole + fraction.padEnd(scale, '0'));
  return Number.isSafeInteger(units) ? units + 0 : undefined;
}

/** The number that units are, as formulas and people read it. */
export const numberOfUnits = (units: number, scale: number): number => (scale === 0 ? units : units / unitsOf(scale));

/**
 * A number in units for comparing with others, where it may lie between two of them: 99.995 is 9999.5 units of 0.01. What says
 * no number remains what it is, and without decimals so does text.
 */
export function comparableUnits(value: unknown, scale: number): unknown {
  if (scale === 0) return value;
  if (typeof value === 'string') return DECIMAL.test(value) ? Number(`${value}e${scale}`) : value;
  return typeof value === 'number' ? shiftPoint(value, scale) : value;
}

/** A number with its decimal point moved to the right, by its shortest decimal text: 0.29 by 2 is 29. */
export function shiftPoint(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number.isFinite(value) ? Number(`${digits}e${Number(exponent) + places}`) : value;
}
