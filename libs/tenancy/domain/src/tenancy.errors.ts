import { defineError } from '@laurel/kernel';

export const tenancyErrors = {
  invalidWorkspace: defineError('tenancy.invalid_workspace', 'invalid', 'This cannot be a workspace'),
} as const;
