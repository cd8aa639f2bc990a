import type { FieldProblem } from '@laurel/kernel';
import { type ProgramKeys, checkAmount, checkCurrency, unitsOfLiteral } from '@laurel/rules-domain';
import type { RewardDefinition, RewardPart } from './reward.js';

/** The keys that a program has. */
export interface RewardKeys extends ProgramKeys {
  /** Stats that are sums. */
  readonly summed: ReadonlySet<string>;
}

/** What a schema can't say of a reward: references to nothing, and amounts that give nothing. */
export const checkReward = ({ what }: RewardDefinition, keys: RewardKeys, path: string): FieldProblem[] =>
  what.flatMap((part, index) => checkPart(part, keys, `${path}/what/${index}`));

function checkPart(part: RewardPart, keys: RewardKeys, path: string): FieldProblem[] {
  if ('currency' in part) {
    const scale = keys.scales?.currencies?.get(part.currency) ?? 0;
    return [...checkCurrency(part.currency, keys, `${path}/currency`), ...checkGiven(part.amount, keys, scale, path)];
  }
  if (!('stat' in part)) return [];
  const scale = keys.scales?.stats.get(part.stat) ?? 0;
  return [...checkStat(part.stat, keys, `${path}/stat`), ...checkGiven(part.amount, keys, scale, path)];
}

function checkStat(stat: string, { stats, summed }: RewardKeys, path: string): FieldProblem[] {
  if (!stats.has(stat)) return [problem(path, 'reference', `there is no stat "${stat}" in this program`)];
  if (summed.has(stat)) return [];
  return [problem(path, 'aggregation', `"${stat}" is no sum: what is given could not be taken back`)];
}

function checkGiven(amount: number | string, keys: RewardKeys, scale: number, path: string): FieldProblem[] {
  const problems = checkAmount(amount, keys, scale).map((found) => ({ ...found, path: `${path}${found.path}` }));
  const units = unitsOfLiteral(amount, scale);
  return units !== undefined && units <= 0
    ? [...problems, problem(`${path}/amount`, 'positive', 'must be more than 0')]
    : problems;
}

const problem = (path: string, rule: string, message: string): FieldProblem => ({ path, rule, message });
