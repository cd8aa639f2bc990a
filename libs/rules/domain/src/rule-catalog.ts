import { SLUG_PATTERN } from '@laurel/kernel';
import { amountSchema } from './amount.js';
import { conditionSchema } from './conditions/condition.schema.js';
import { CONDITIONS } from './conditions/condition-registry.js';
import { effectSchema } from './effects/compile-effect.js';
import { EFFECTS } from './effects/effect-registry.js';
import type { JsonSchema } from './json-schema.js';
import { valueSchema } from './value.js';

/** One kind of condition or effect, as a form for it is drawn. */
export interface CatalogEntry {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** One that the schema takes. What it refers to is a program's own. */
  readonly example: object;
  /** What validates it at publishing; refers to `definitions` by `#/$defs/<name>`. */
  readonly schema: JsonSchema;
}

/** All that a rule can be made of. */
export interface RuleCatalog {
  readonly conditions: readonly CatalogEntry[];
  readonly effects: readonly CatalogEntry[];
  readonly definitions: JsonSchema;
}

/** What the schemas of conditions and effects refer to, and they themselves: `$defs` of any schema that holds rules. */
export const ruleDefinitions: JsonSchema = {
  slug: { type: 'string', pattern: SLUG_PATTERN },
  amount: amountSchema,
  value: valueSchema,
  condition: conditionSchema,
  effect: effectSchema,
};

export const ruleCatalog: RuleCatalog = {
  conditions: CONDITIONS.map(entryOf),
  effects: EFFECTS.map(entryOf),
  definitions: ruleDefinitions,
};

function entryOf({
  code,
  title,
  description,
  example,
  args,
}: Omit<CatalogEntry, 'schema'> & { readonly args: JsonSchema }): CatalogEntry {
  return { code, title, description, example, schema: args };
}
