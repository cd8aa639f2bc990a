/** Digits that every number of JSON holds exactly. */
const EXACT_DIGITS = 15;

/** An amount as it is written in a program: a number, or text where it is none or a number would lose digits. */
export function decimalOf(typed: string): number | string {
  const text = typed.trim();
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  return isNumber && text.replaceAll(/\D/g, '').length <= EXACT_DIGITS ? Number(text) : text;
}

/** Words as they are meant in a list of literals: all numbers, or all texts. */
export const literalsOf = (words: readonly string[], kind: 'numbers' | 'texts'): readonly (number | string)[] =>
  kind === 'texts'
    ? words
    : words.map((word) => (Number.isFinite(Number(word)) && word.trim() !== '' ? Number(word) : word));
