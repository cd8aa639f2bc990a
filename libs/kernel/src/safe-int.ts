/**
 * Amounts and scores are integers that a double holds exactly (|n| ≤ 2^53 − 1). Decimals are kept as scaled integers.
 * A sum that leaves the range is refused, never rounded.
 */
export function isSafeAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** Adds two safe integers; undefined on overflow. */
export function addSafe(left: number, right: number): number | undefined {
  const sum = left + right;
  return Number.isSafeInteger(sum) ? sum : undefined;
}
