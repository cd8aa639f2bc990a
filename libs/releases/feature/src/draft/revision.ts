import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { releaseErrors } from '@laurel/releases-domain';

/** How a revision travels: as a strong entity tag. */
export const toEtag = (revision: string): string => `"${revision}"`;

const ENTITY_TAG = /(W\/)?"([^"]*)"/g;

/**
 * The revisions that a request's `If-Match` names. A weak tag names none, since a write demands a strong comparison
 * (RFC 9110, 13.1.1). `*` is refused: a draft always exists, so it would let every write through.
 *
 * @returns `releases.revision_required` when it names nothing
 */
export function readIfMatch(header: string | undefined): Result<readonly string[], DomainError> {
  const tags = [...(header ?? '').matchAll(ENTITY_TAG)];
  if (tags.length > 0) return ok(tags.flatMap(([, weak, revision = '']) => (weak ? [] : [revision])));
  return err(
    releaseErrors.revisionRequired(
      'Send the `etag` of the draft or resource that you read as `if-match`, with its quotes.',
    ),
  );
}

/** The revision at which the draft stands, if the request named it. Error: `releases.draft_moved`. */
export function expectRevision(named: readonly string[], revision: string): Result<string, DomainError> {
  return named.includes(revision) ? ok(revision) : err(draftMoved(revision));
}

export const draftMoved = (revision: string): DomainError =>
  releaseErrors.draftMoved(
    `The draft is at revision ${revision}. Read it again, and make your change to what it is now.`,
  );
