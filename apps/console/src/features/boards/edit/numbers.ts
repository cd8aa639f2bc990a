/** Texts as the numbers that they are, the least first; what is no number stays a text behind them, for the check to tell. */
export function numbersOf(texts: readonly string[]): readonly (number | string)[] {
  const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
  const numbers = texts.filter(isNumber).map(Number);
  return [...numbers.toSorted((left, right) => left - right), ...texts.filter((text) => !isNumber(text))];
}
