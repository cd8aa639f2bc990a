import { type DomainError, type FieldProblem, type Result, err, isSlug, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';

const PREFIX = 'attribute.';
export const LONGEST_TEXT = 256;
/** One narrows down by the index, the others among what it gives. */
export const MAX_ATTRIBUTES = 5;

export interface SplitQuery {
  /** Values as texts, by key. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The other parameters. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Takes the `attribute.<key>` out of a query. Error: `http.invalid_input`. */
export function splitQuery(query: Readonly<Record<string, unknown>>): Result<SplitQuery, DomainError> {
  const named = Object.entries(query);
  const wanted = named.filter(([name]) => name.startsWith(PREFIX));
  const errors = wanted.flatMap(([name, value]) => problemsOf(name, value));
  if (wanted.length > MAX_ATTRIBUTES) {
    const message = `must be at most ${MAX_ATTRIBUTES} attributes`;
    errors.push({ path: '', rule: 'maxProperties', message });
  }
  if (errors.length > 0) return err(httpErrors.invalidInput('See `errors` for every problem.', { errors }));
  return ok({
    attributes: new Map(wanted.map(([name, value]) => [name.slice(PREFIX.length), String(value)])),
    rest: Object.fromEntries(named.filter(([name]) => !name.startsWith(PREFIX))),
  });
}

function problemsOf(name: string, value: unknown): FieldProblem[] {
  const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (!isSlug(name.slice(PREFIX.length))) {
    return [{ path, rule: 'slug', message: 'must name the key of an attribute behind `attribute.`' }];
  }
  // Given twice, it is a list.
  return typeof value === 'string' && value.length <= LONGEST_TEXT
    ? []
    : [{ path, rule: 'maxLength', message: `must be one text of at most ${LONGEST_TEXT} characters` }];
}
