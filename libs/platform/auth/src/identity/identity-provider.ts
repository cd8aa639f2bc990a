import type { Permission } from '../permission.js';

/** Signatures that are taken of others: by key pairs alone, so that no public key can serve as a shared secret. */
export const FOREIGN_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;
export type ForeignAlgorithm = (typeof FOREIGN_ALGORITHMS)[number];

/** Who signs player tokens of a workspace besides Laurel. */
export interface IdentityProvider {
  readonly workspace: string;
  /** Another one whenever a setting changes: tokens that were verified under the one before are verified anew. */
  readonly revision: string;
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** `aud` of its tokens, or one of them. No two workspaces have the same issuer and audience. */
  readonly audience: string;
  /** Where its keys are: the only address that is asked, whatever a token says. */
  readonly jwksUrl: string;
  readonly algorithms: readonly ForeignAlgorithm[];
  /** The claim that holds the player's id. */
  readonly playerIdClaim: string;
  /** What its tokens may do: some of what player tokens may. */
  readonly permissions: readonly Permission[];
  /** Keys of the boards that its tokens read. Absent: all. */
  readonly boards?: readonly string[];
}

/** Where identity providers are found. The app binds it. */
export abstract class IdentityProviders {
  /**
   * Those of all workspaces: few, and asked for every few seconds at most, so that tokens of unknown issuers cost no look-ups.
   *
   * @throws when the store cannot be reached
   */
  abstract all(): Promise<readonly IdentityProvider[]>;
}
