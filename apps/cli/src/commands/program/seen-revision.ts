import { RefusedError } from '../../exit-codes.js';
import type { DraftAnswer } from '../../gateways/admin-api.js';
import type { Origin } from '../../program-file/origin.js';

/** How a write says which draft it saw. */
export interface WriteOptions {
  readonly ifMatch?: string;
  readonly force?: boolean;
}

/**
 * The revision that a write takes the place of: what was pulled, or named, if the draft is still that. With `force` whatever
 * stands there.
 *
 * @throws RefusedError when the draft is another one
 */
export function seenRevision(draft: DraftAnswer, origin: Origin | undefined, options: WriteOptions): string {
  const { force, ifMatch } = options;
  if (force) return draft.revision;
  if (ifMatch !== undefined) {
    if (withoutQuotes(ifMatch) === draft.revision) return draft.revision;
    throw new RefusedError(moved(draft, withoutQuotes(ifMatch)));
  }
  if (!origin) {
    // Where nothing was ever written, nothing can be lost.
    if (draft.latest === 0 && draft.updatedAt === null) return draft.revision;
    throw new RefusedError(
      'The file does not say which draft it was made from, and there is one, which it would replace.\n' +
        'Look at it with "diff"; then add --force, or pull into a new file and take over your changes.',
    );
  }
  if (origin.workspace !== draft.workspace) {
    throw new RefusedError(
      `The file is of the workspace ${origin.workspace}, the key of ${draft.workspace}.\n` +
        'To bring a release into another environment, promote it; to replace the draft there all the same, add --force.',
    );
  }
  if (origin.revision === draft.revision) return draft.revision;
  throw new RefusedError(moved(draft, origin.revision));
}

const withoutQuotes = (revision: string): string => revision.replace(/^"(.*)"$/, '$1');

function moved({ revision, updatedAt, updatedBy, latest }: DraftAnswer, seen: string): string {
  const since =
    updatedAt === null
      ? `release ${latest} was published since`
      : `${updatedBy ?? 'somebody'} wrote it at ${updatedAt}`;
  return (
    `The draft is not the one that this file was made from (${seen}): it is at ${revision}; ${since}.\n` +
    'Look at it with "diff"; pull it and make your changes to it, or replace it with --force.'
  );
}
