import { type Credential, actorOf } from '@laurel/platform-auth';

/** Who writes to which draft, and what they saw of it. */
export interface DraftWrite {
  readonly workspace: string;
  readonly author: string;
  /** The `If-Match` of the request. */
  readonly ifMatch: string | undefined;
}

export const writeOf = (credential: Credential, ifMatch: string | undefined): DraftWrite => ({
  workspace: credential.workspace,
  author: actorOf(credential).id,
  ifMatch,
});
