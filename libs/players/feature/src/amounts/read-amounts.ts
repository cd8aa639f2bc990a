import { type FieldProblem, isSafeAmount, isSlug } from '@laurel/kernel';

const MAX_AMOUNTS = 100;

/** Which amounts are taken besides being safe integers, and how that is said. */
export interface AmountRule {
  readonly isRight: (amount: number) => boolean;
  readonly message: string;
}

const ANY: AmountRule = { isRight: () => true, message: 'must be an integer within ±(2^53 − 1)' };

/** Those that may be taken, by key, and what is wrong with the others. */
export interface ReadAmounts {
  readonly amounts: Readonly<Record<string, number>>;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads amounts by the key of a stat or a currency.
 *
 * @param path JSON pointer to them
 */
export function readAmounts(path: string, given: Readonly<Record<string, unknown>>, rule = ANY): ReadAmounts {
  const entries = Object.entries(given);
  if (entries.length > MAX_AMOUNTS) {
    return {
      amounts: {},
      problems: [{ path, rule: 'maxProperties', message: `must be at most ${MAX_AMOUNTS} amounts` }],
    };
  }
  const amounts: Record<string, number> = {};
  const problems: FieldProblem[] = [];
  for (const [key, value] of entries) {
    const isKey: boolean = isSlug(key);
    if (!isKey) problems.push({ path, rule: 'slug', message: `"${key}" is no key: lower case, digits, _ and -` });
    else if (isSafeAmount(value) && rule.isRight(value)) amounts[key] = value + 0;
    else problems.push({ path: `${path}/${key}`, rule: 'amount', message: rule.message });
  }
  return { amounts, problems };
}
