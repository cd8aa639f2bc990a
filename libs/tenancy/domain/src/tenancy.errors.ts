import { defineError } from '@laurel/kernel';

export const tenancyErrors = {
  invalidWorkspace: defineError('tenancy.invalid_workspace', 'invalid', 'This cannot be a workspace'),
  invalidKey: defineError('tenancy.invalid_key', 'invalid', 'This cannot be a key'),
  keyNotFound: defineError('tenancy.key_not_found', 'not_found', 'There is no such key'),
  keyNotActive: defineError('tenancy.key_not_active', 'conflict', 'The key has expired, was revoked or was rolled'),
  lastKey: defineError('tenancy.last_key', 'conflict', 'No other secret key of the workspace would work'),
  permissionNotHeld: defineError('tenancy.permission_not_held', 'forbidden', 'A key cannot give what it lacks'),
} as const;
