import { withoutPositions } from './labels.js';
import { type FieldProps, useSchemaForm } from './schema-form.context.js';

/** The id of a field's element: what a list of problems leads to. */
export const fieldId = (pointer: string): string => `field${pointer}`;

/** What every input of a form is given, whatever it is. */
export function useField({ pointer, label, required }: FieldProps) {
  const { readOnly, fixed } = useSchemaForm();
  const error = useProblemAt(pointer);
  const description = useHelpAt(pointer);
  return {
    id: fieldId(pointer),
    label,
    withAsterisk: required,
    disabled: readOnly || fixed.includes(pointer),
    ...(error === undefined ? {} : { error }),
    ...(description === undefined ? {} : { description }),
  };
}

/** What is wrong with the value at a place itself, in words. */
export function useProblemAt(pointer: string): string | undefined {
  const { problems } = useSchemaForm();
  const here = problems.filter(({ path }) => path === pointer).map(({ message }) => message);
  return here.length === 0 ? undefined : here.join('; ');
}

export const useHelpAt = (pointer: string): string | undefined => useSchemaForm().help[withoutPositions(pointer)];
