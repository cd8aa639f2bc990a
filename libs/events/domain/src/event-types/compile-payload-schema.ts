import { type FieldProblem, parseInstant } from '@laurel/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toProblem } from '../schema-problem.js';
import type { PayloadSchema } from './event-type.js';
import { compileLinearPattern } from './linear-pattern.js';

/** The first problem of an event's properties, by JSON pointer from the event; undefined when there is none. */
export type PayloadCheck = (properties: Readonly<Record<string, unknown>>) => FieldProblem | undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What `format` can say. Checked, unlike in other validators: one that is not here is refused when it is published. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => parseInstant(text) !== undefined,
  date: (text) => text.length === 10 && parseInstant(`${text}T00:00:00Z`) !== undefined,
  uuid: (text) => UUID.test(text),
};

/**
 * Compiles the schema of an event type. Only the first problem is looked for, so that an event of thousands costs no more than
 * a good one.
 *
 * @throws when the schema was not found good by `checkEventType`
 */
export function compilePayloadSchema(schema: PayloadSchema): PayloadCheck {
  const isValid = newAjv().compile(schema);
  return (properties) => {
    try {
      if (isValid(properties)) return undefined;
    } catch {
      // Objects are compared by their own `valueOf` and `toString`, which a property of that name is not.
      return { path: '/properties', rule: 'comparable', message: 'has a name that keeps it from being compared' };
    }
    const [error] = isValid.errors ?? [];
    const problem = error ? toProblem(error) : { path: '', rule: 'schema', message: 'is not valid' };
    return { ...problem, path: `/properties${problem.path}` };
  };
}

/** An instance remembers every schema that it compiled: each schema has one of its own, and both go together. */
const newAjv = (): Ajv2020 =>
  new Ajv2020({
    meta: false,
    validateSchema: false,
    strictTypes: false,
    strictTuples: false,
    allowMatchingProperties: true,
    inlineRefs: false,
    multipleOfPrecision: 9,
    formats: FORMATS,
    code: { regExp: Object.assign(compileLinearPattern, { code: 'compileLinearPattern' }) },
  });
