import type { FieldProblem } from '@laurel/kernel';
import type { ErrorObject } from 'ajv';

/** What a schema found, with the field it is about: a missing or unknown field is named itself, not the object around it. */
export function toProblem({ instancePath, keyword, message = 'is not valid', params }: ErrorObject): FieldProblem {
  const { missingProperty, additionalProperty } = params as Readonly<Record<string, string | undefined>>;
  if (missingProperty !== undefined) {
    return { path: `${instancePath}/${pointerToken(missingProperty)}`, rule: 'required', message: 'is required' };
  }
  if (additionalProperty !== undefined) {
    return {
      path: `${instancePath}/${pointerToken(additionalProperty)}`,
      rule: 'unknown',
      message: 'is not a known field',
    };
  }
  return { path: instancePath, rule: keyword, message };
}

/** A name as a part of a JSON pointer (RFC 6901, 3). */
export const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
