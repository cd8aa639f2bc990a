import type { FieldProblem } from '@laurel/kernel';
import type { RewardDefinition } from '@laurel/rewards-domain';
import type { CurrencyDefinition, ProgramKeys, RuleDefinition } from '@laurel/rules-domain';
import type { ProgramDocument, ReleasedProgram } from './program.js';

type CurrencyUse = Pick<ProgramDocument, 'currencies' | 'rules' | 'rewards'>;

/** What a program's stats, currencies and scales are called by what refers to them. */
export function programKeys(program: ProgramDocument): ProgramKeys {
  const declared = program.currencies?.length ? program.currencies : undefined;
  return {
    stats: new Set(program.stats.map(({ key }) => key)),
    distinct: new Set(program.stats.flatMap(({ key, aggregation }) => (aggregation === 'distinct' ? [key] : []))),
    currencies: new Set(currenciesOf(program).map(({ key }) => key)),
    segments: new Set(program.segments?.map(({ key }) => key)),
    scales: { stats: scalesOf(program.stats), ...(declared ? { currencies: scalesOf(declared) } : {}) },
  };
}

const scalesOf = (things: readonly { readonly key: string; readonly scale?: number }[]): ReadonlyMap<string, number> =>
  new Map(things.map(({ key, scale = 0 }) => [key, scale]));

/** The currencies that a program declares or, where it declares none, that its rules and rewards give: those have no decimals. */
function currenciesOf({ currencies, rules, rewards = [] }: CurrencyUse): readonly CurrencyDefinition[] {
  return currencies?.length
    ? currencies
    : [...new Set([...awarded(rules), ...rewarded(rewards)])].map((key) => ({ key }));
}

const awarded = (rules: readonly RuleDefinition[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ then }) => then.flatMap((effect) => (effect.effect === 'award' ? [effect.currency] : []))));

const rewarded = (rewards: readonly RewardDefinition[]): readonly string[] =>
  rewards.flatMap(({ what }) => what.flatMap((part) => ('currency' in part ? [part.currency] : [])));

/** Currencies of a release and of those before it: what players may have balances of. */
export const currenciesEverUsed = (
  previous: (CurrencyUse & Pick<ReleasedProgram, 'retiredCurrencies'>) | undefined,
): readonly CurrencyDefinition[] =>
  previous ? [...currenciesOf(previous), ...(previous.retiredCurrencies ?? [])] : [];

/** Currencies that earlier releases had and this one lacks. Balances of them are still there, in the scale of then. */
export function retiredCurrencies(
  program: CurrencyUse,
  previous: ReleasedProgram | undefined,
): readonly CurrencyDefinition[] {
  const present = new Set(currenciesOf(program).map(({ key }) => key));
  return currenciesEverUsed(previous)
    .filter(({ key }) => !present.has(key))
    .map(({ key, scale }) => withScale({ key }, scale));
}

/** A definition with its scale, which is left out where it is 0. */
export const withScale = <D extends object>(definition: D, scale: number | undefined): D & { scale?: number } =>
  scale ? { ...definition, scale } : definition;

/**
 * What keeps a valid program from following another one: a currency keeps its scale for good, since a balance of 500 units of
 * 0.01 must never become 500.
 */
export function successionProblems(program: ProgramDocument, previous: ReleasedProgram | undefined): FieldProblem[] {
  const before = scalesOf(currenciesEverUsed(previous));
  return currenciesOf(program).flatMap(({ key, scale = 0 }, index): FieldProblem[] => {
    const kept = before.get(key) ?? scale;
    if (kept === scale) return [];
    const path = program.currencies?.length ? `/currencies/${index}/scale` : '/currencies';
    const message = `balances of "${key}" have the scale ${kept}, which can't be changed; use another key`;
    return [{ path, rule: 'kept', message }];
  });
}
