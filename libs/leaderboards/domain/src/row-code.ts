/**
 * How a number is written so that a sorted set, which orders members with equal scores by their bytes, orders them by that
 * number: nine characters whose byte order is numeric order.
 */

/** 64 characters in ascending byte order: six bits each. */
const ALPHABET = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const PAIRS = Array.from(ALPHABET).flatMap((first) => Array.from(ALPHABET, (second) => first + second));
/** The digit that each character stands for, by its code. */
const DIGITS = new Uint8Array(128);
for (const [digit, character] of Array.from(ALPHABET).entries()) DIGITS[character.charCodeAt(0)] = digit;

/** Characters per number: 54 bits, enough for any safe integer with its sign. */
export const NUMBER_WIDTH = 9;

const STEP = 2 ** 18;
const HIGH = 2 ** 36;
const OFFSET = 2 ** 17;

/** Writes a safe integer so that byte order is numeric order. */
export function encodeNumber(value: number): string {
  const high = Math.floor(value / HIGH);
  const rest = value - high * HIGH;
  const middle = Math.floor(rest / STEP);
  return triple(high + OFFSET) + triple(middle) + triple(rest - middle * STEP);
}

export function decodeNumber(text: string): number {
  return (untriple(text, 0) - OFFSET) * HIGH + untriple(text, 3) * STEP + untriple(text, 6);
}

/** 18 bits. */
const triple = (value: number): string => (PAIRS[value >> 6] ?? '') + ALPHABET.charAt(value & 63);

const untriple = (text: string, at: number): number =>
  (digitAt(text, at) << 12) | (digitAt(text, at + 1) << 6) | digitAt(text, at + 2);

const digitAt = (text: string, at: number): number => DIGITS[text.charCodeAt(at)] ?? 0;
