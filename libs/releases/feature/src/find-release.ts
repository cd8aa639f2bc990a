import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { releaseErrors } from '@laurel/releases-domain';
import type { Release, ReleaseStore } from './release-store.port.js';

/** A number of a release as text: the first is 1. */
export const RELEASE_NUMBER = /^[1-9]\d{0,8}$/;

/** How the API describes a release's number in a path. */
export const RELEASE_PARAM = { schema: { type: 'integer', minimum: 1 } } as const;

/** The release that a path names by its number. Error: `releases.not_found`. */
export async function findRelease(
  store: ReleaseStore,
  workspace: string,
  number: string,
): Promise<Result<Release, DomainError>> {
  const release = RELEASE_NUMBER.test(number) ? await store.find(workspace, Number(number)) : undefined;
  return release ? ok(release) : err(releaseErrors.notFound('This workspace has no release of this number.'));
}
