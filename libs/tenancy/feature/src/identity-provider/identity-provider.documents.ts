import type { IdentityProvider } from '@laurel/platform-auth';

export const IDENTITY_PROVIDERS_COLLECTION = 'identityProviders';

/** Who signs player tokens of a workspace besides Laurel: one per workspace. */
export interface IdentityProviderDocument extends Omit<IdentityProvider, 'workspace'> {
  /** The workspace. */
  readonly _id: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}
