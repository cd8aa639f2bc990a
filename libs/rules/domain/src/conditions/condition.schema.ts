import type { JsonSchema } from '../json-schema.js';
import { CONDITIONS } from './condition-registry.js';

/**
 * JSON Schema of a condition tree, to be placed under `$defs.condition`. The first code that a node has decides which shape it
 * must have, so that a mistake is reported against that shape alone.
 */
export const conditionSchema: JsonSchema = CONDITIONS.map(({ code, args }): { code: string; args: JsonSchema } => ({
  code,
  args,
}))
  .reverse()
  .reduce<JsonSchema>(
    (rest, { code, args }, index) =>
      index === 0 ? args : { type: 'object', if: { required: [code] }, then: args, else: rest },
    {},
  );
