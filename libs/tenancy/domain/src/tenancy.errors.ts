import { defineError } from '@laurel/kernel';

export const tenancyErrors = {
  invalidWorkspace: defineError('tenancy.invalid_workspace', 'invalid', 'This cannot be a workspace'),
  invalidKey: defineError('tenancy.invalid_key', 'invalid', 'This cannot be a key'),
  keyNotFound: defineError('tenancy.key_not_found', 'not_found', 'There is no such key'),
  keyNotActive: defineError('tenancy.key_not_active', 'conflict', 'The key has expired, was revoked or was rolled'),
  lastKey: defineError('tenancy.last_key', 'conflict', 'No other secret key of the workspace would work'),
  permissionNotHeld: defineError('tenancy.permission_not_held', 'forbidden', 'A key cannot give what it lacks'),
  invalidIdentityProvider: defineError(
    'tenancy.invalid_identity_provider',
    'invalid',
    'This cannot be an identity provider',
  ),
  identityProviderInUse: defineError(
    'tenancy.identity_provider_in_use',
    'conflict',
    'Another workspace takes tokens of this issuer and audience',
  ),
  noIdentityProvider: defineError('tenancy.no_identity_provider', 'not_found', 'There is no identity provider'),
  clockNotAllowed: defineError('tenancy.clock_not_allowed', 'forbidden', 'Only a dev workspace has a clock of its own'),
  clockBackwards: defineError('tenancy.clock_backwards', 'conflict', 'The clock would go back'),
} as const;
