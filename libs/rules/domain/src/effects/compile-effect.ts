import { award, awardSchema } from './award.effect.js';
import type { EffectDefinition, Produce } from './effect.js';
import { record, recordSchema } from './record.effect.js';

/** Every effect a rule may have: its schema validates a program and describes the form that a page can draw. */
export const effectSchemas = { record: recordSchema, award: awardSchema };

export function compileEffect(rule: string, definition: EffectDefinition): Produce {
  switch (definition.effect) {
    case 'record':
      return record(rule, definition);
    case 'award':
      return award(rule, definition);
  }
}

/** JSON Schema of an effect, to be placed under `$defs.effect`. */
export const effectSchema = {
  type: 'object',
  required: ['effect'],
  properties: { effect: { enum: Object.keys(effectSchemas) } },
  allOf: Object.entries(effectSchemas).map(([name, schema]) => ({
    if: { required: ['effect'], properties: { effect: { const: name } } },
    then: schema,
  })),
};
