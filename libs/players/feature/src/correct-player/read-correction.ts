import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import type { StatDefinition } from '@laurel/rules-domain';
import { readAmounts } from '../amounts/read-amounts.js';
import type { CorrectPlayerDto } from './correct-player.dto.js';

/** Amounts of a correction, by key; none is 0. */
export interface Correction {
  readonly stats: Readonly<Record<string, number>>;
  readonly balances: Readonly<Record<string, number>>;
}

/** What can be put right: stats of the release in force, and currencies that it or the player has. */
export interface Correctable {
  readonly stats: readonly StatDefinition[];
  readonly currencies: ReadonlySet<string>;
}

const NOT_ZERO = {
  isRight: (amount: number): boolean => amount !== 0,
  message: 'must be an integer within ±(2^53 − 1), and not 0',
};

/** Checks what a correction asks for. Error: `http.invalid_input`. */
export function readCorrection(
  { stats = {}, balances = {} }: CorrectPlayerDto,
  known: Correctable,
): Result<Correction, DomainError> {
  const [ofStats, ofBalances] = [readAmounts('/stats', stats, NOT_ZERO), readAmounts('/balances', balances, NOT_ZERO)];
  const definitions = new Map(known.stats.map((stat) => [stat.key, stat]));
  const errors = [
    ...ofStats.problems,
    ...ofBalances.problems,
    ...Object.keys(ofStats.amounts).flatMap((key) => statProblems(key, definitions.get(key))),
    ...Object.keys(ofBalances.amounts).flatMap((key) => (known.currencies.has(key) ? [] : [unknownCurrency(key)])),
    ...(Object.keys(stats).length + Object.keys(balances).length === 0 ? [NOTHING] : []),
  ];
  if (errors.length > 0) return err(httpErrors.invalidInput('See `errors` for what to change.', { errors }));
  return ok({ stats: ofStats.amounts, balances: ofBalances.amounts });
}

function statProblems(key: string, stat: StatDefinition | undefined): FieldProblem[] {
  const path = `/stats/${key}`;
  if (!stat) return [{ path, rule: 'reference', message: `there is no stat "${key}" in the release in force` }];
  if (stat.aggregation === 'sum' || stat.aggregation === 'count') return [];
  const message = `must be a stat that adds up, and this is a ${stat.aggregation}: void the event that it comes from`;
  return [{ path, rule: 'aggregation', message }];
}

const unknownCurrency = (key: string): FieldProblem => ({
  path: `/balances/${key}`,
  rule: 'reference',
  message: `there is no currency "${key}" in the release in force, and the player has none of it`,
});

const NOTHING: FieldProblem = { path: '', rule: 'minProperties', message: 'must name at least one amount' };
