import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { JsonObject, PlacedProblem } from '../../../ui/schema-form/index.js';
import type { Kind } from '../kinds.js';
import { type Resource, withResource } from '../program.js';
import { inWords } from '../../../ui/problem-words.js';
import { type Draft, useValidation } from '../program.queries.js';

/** How long nothing is typed until what was typed is checked. */
const PAUSE_MS = 400;

/** What is wrong with a resource as it is being typed, in the draft that it is to be in. */
export function useProblems(kind: Kind, draft: Draft, value: JsonObject, isNew: boolean) {
  const { program, pointer } = useMemo(
    () => withResource(isNew ? without(draft, kind, value) : draft.program, kind, value as Resource),
    [kind, draft, value, isNew],
  );
  const [checked] = useDebouncedValue(program, PAUSE_MS);
  const validation = useValidation(checked, draft.revision);
  const all = validation.data?.problems ?? [];
  const problems: PlacedProblem[] = all.flatMap((problem) =>
    problem.path === pointer || problem.path.startsWith(`${pointer}/`)
      ? [{ path: problem.path.slice(pointer.length), message: inWords(problem) }]
      : [],
  );
  const taken = isNew && isTaken(draft, kind, value);
  return {
    problems: taken ? [{ path: '/key', message: `there is a ${kind.singular} of this key` }, ...problems] : problems,
    elsewhere: all.length - problems.length,
    isChecking: validation.isFetching || checked !== program,
    error: validation.error,
  };
}

const isTaken = ({ program }: Draft, { collection }: Kind, { key }: JsonObject): boolean =>
  (program[collection] ?? []).some((one) => one.key === key);

/** A new one stands behind the others, whatever it is called. */
const without = ({ program }: Draft, { collection }: Kind, { key }: JsonObject) => ({
  ...program,
  [collection]: (program[collection] ?? []).filter((one) => one.key !== key),
});
