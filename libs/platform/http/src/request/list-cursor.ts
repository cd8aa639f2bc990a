import { joinId } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '../problem/http.errors.js';

/** Where a page of a list begins: behind (`next`) or before (`prev`) one entry, which is not in it. */
export interface ListCursor {
  readonly towards: 'next' | 'prev';
  /** What names the entry in its list. */
  readonly from: string;
}

/** Names its list and workspace, so that no cursor works on another. */
export const writeCursor = (list: string, workspace: string, { towards, from }: ListCursor): string =>
  Buffer.from(joinId(list, workspace, towards, from), 'utf8').toString('base64url');

/**
 * A cursor of this list, if there is one.
 *
 * @param form what `from` must look like
 * @returns `http.invalid_input` for anything else
 */
export function readCursor(
  list: string,
  workspace: string,
  text: string | undefined,
  form: RegExp,
): Result<ListCursor | undefined, DomainError> {
  if (text === undefined) return ok(undefined);
  const content = Buffer.from(text, 'base64url').toString('utf8');
  for (const towards of ['next', 'prev'] as const) {
    const prefix = joinId(list, workspace, towards, '');
    const from = content.startsWith(prefix) ? content.slice(prefix.length) : '';
    if (form.test(from)) return ok({ towards, from });
  }
  return err(
    httpErrors.invalidInput('The cursor is not one of this list.', {
      errors: [{ path: '/cursor', rule: 'cursor', message: 'must be a `next` or `prev` of this list' }],
    }),
  );
}
