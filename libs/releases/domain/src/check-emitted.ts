import type { FieldProblem } from '@laurel/kernel';
import type { ProgramDocument } from './program.js';

/**
 * Properties that an event type demands and rules that emit it don't name. What they come to is not checked against the schema:
 * emitted events are the program's own.
 */
export function checkEmitted({ rules, eventTypes = [] }: ProgramDocument): FieldProblem[] {
  const demands = new Map(
    eventTypes.flatMap(({ key, validation, schema }): [string, readonly unknown[]][] =>
      validation === 'enforce' && Array.isArray(schema?.['required']) ? [[key, schema['required']]] : [],
    ),
  );
  if (demands.size === 0) return [];
  return rules.flatMap(({ then }, index) =>
    then.flatMap((effect, place) => {
      if (effect.effect !== 'emit') return [];
      const { type, properties = {} } = effect;
      return (demands.get(type) ?? [])
        .filter((name) => !Object.hasOwn(properties, String(name)))
        .map((name) => ({
          path: `/rules/${index}/then/${place}/properties`,
          rule: 'required',
          message: `events of type "${type}" must have the property "${String(name)}"`,
        }));
    }),
  );
}
