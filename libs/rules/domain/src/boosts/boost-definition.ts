import type { FieldProblem } from '@laurel/kernel';
import { checkActiveTime } from '../active-time.js';
import type { Condition } from '../conditions/condition.js';
import { checkCondition, hasCondition } from '../conditions/compile-condition.js';
import type { ProgramKeys } from '../conditions/condition-kind.js';
import { checkCurrency } from '../currency.js';
import { type JsonSchema, exactly } from '../json-schema.js';
import { type WeeklyHours, weeklyHoursSchema } from '../weekly-hours.js';

/** What a boost multiplies: every award and recording, but for what a member leaves out. */
export interface BoostScope {
  /** Keys of the rules. */
  readonly rules?: readonly string[];
  /** Keys of the currencies; where it names some and no stats, no recording is boosted. */
  readonly currencies?: readonly string[];
  /** Keys of the stats; where it names some and no currencies, no award is boosted. */
  readonly stats?: readonly string[];
  /** What must hold of the event and its player. */
  readonly when?: Condition;
}

/** Multiplies what rules award and record for events that happened from `from` until before `to`, in any of the hours. */
export interface BoostDefinition {
  readonly key: string;
  /** RFC 3339 with an offset */
  readonly from: string;
  readonly to: string;
  readonly hours?: readonly WeeklyHours[];
  /** In basis points: 10,000 is once, 20,000 twice. */
  readonly multiplier: number;
  readonly scope?: BoostScope;
}

const keys = { type: 'array', minItems: 1, maxItems: 100, uniqueItems: true, items: { $ref: '#/$defs/slug' } };

/** JSON Schema of a boost; refers to `ruleDefinitions`. */
export const boostSchema: JsonSchema = exactly(
  {
    key: { $ref: '#/$defs/slug' },
    from: { type: 'string' },
    to: { type: 'string' },
    hours: { type: 'array', minItems: 1, maxItems: 20, items: weeklyHoursSchema },
    multiplier: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    scope: {
      ...exactly({ rules: keys, currencies: keys, stats: keys, when: { $ref: '#/$defs/condition' } }, [
        ...['rules', 'currencies', 'stats', 'when'],
      ]),
      minProperties: 1,
    },
  },
  ['hours', 'scope'],
);

/** What a boost may refer to. */
export interface BoostKeys extends ProgramKeys {
  readonly rules: ReadonlySet<string>;
  /** Stats that count recordings, whatever their amount. */
  readonly counts: ReadonlySet<string>;
}

/** What the schema of a boost can't say, references to nothing above all; with JSON pointers that begin with `path`. */
export function checkBoost({ scope = {}, ...boost }: BoostDefinition, known: BoostKeys, path: string): FieldProblem[] {
  const problem = (at: string, rule: string, message: string) => ({ path: `${path}/scope/${at}`, rule, message });
  const { rules = [], currencies = [], stats = [], when } = scope;
  return [
    ...checkActiveTime(boost, path),
    ...rules.flatMap((key, index) =>
      known.rules.has(key) ? [] : [problem(`rules/${index}`, 'reference', `there is no rule "${key}" in this program`)],
    ),
    ...currencies.flatMap((key, index) => checkCurrency(key, known, `${path}/scope/currencies/${index}`)),
    ...stats.flatMap((key, index) => {
      if (known.counts.has(key)) return [problem(`stats/${index}`, 'count', `"${key}" counts, whatever the amount`)];
      if (known.stats.has(key)) return [];
      return [problem(`stats/${index}`, 'reference', `there is no stat "${key}" in this program`)];
    }),
    ...(when ? checkCondition(when, known, `${path}/scope/when`) : []),
    ...(when && hasCondition(when, (node) => 'first_time' in node)
      ? [problem('when', 'first-time', 'a boost keeps nothing of players, so first times are for rules alone')]
      : []),
  ];
}
