import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { tenancyErrors } from '@laurel/tenancy-domain';
import type { ApiKeyDocument } from './adapters/tenancy.documents.js';

/** A key that was looked for. Error: `tenancy.key_not_found`. */
export const found = (key: ApiKeyDocument | undefined): Result<ApiKeyDocument, DomainError> =>
  key ? ok(key) : err(tenancyErrors.keyNotFound('The workspace has no key of this id.'));
