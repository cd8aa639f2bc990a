import type { CollectionIndexes } from '@laurel/platform-mongo';
import { IDENTITY_PROVIDERS_COLLECTION } from '../identity-provider/identity-provider.documents.js';
import { OPERATORS_COLLECTION, OPERATOR_SESSIONS_COLLECTION } from '../operators/operator.documents.js';
import {
  API_KEYS_COLLECTION,
  AUDIT_COLLECTION,
  IDEMPOTENCY_COLLECTION,
  WORKSPACES_COLLECTION,
} from './tenancy.documents.js';

export const tenancyIndexes: readonly CollectionIndexes[] = [
  {
    collection: WORKSPACES_COLLECTION,
    indexes: [
      { key: { tenant: 1, environment: 1 }, name: 'tenant_environment', unique: true },
      // Clocks that the log has not been told of: mostly none.
      {
        key: { 'clock.announced': 1 },
        name: 'clock_unannounced',
        partialFilterExpression: { 'clock.announced': false },
      },
    ],
  },
  {
    collection: API_KEYS_COLLECTION,
    indexes: [
      { key: { workspace: 1, createdAt: 1 }, name: 'workspace_createdAt' },
      { key: { workspace: 1, _id: -1 }, name: 'workspace_newest' },
    ],
  },
  {
    collection: IDEMPOTENCY_COLLECTION,
    indexes: [{ key: { expiresAt: 1 }, name: 'expires', expireAfterSeconds: 0 }],
  },
  {
    collection: OPERATORS_COLLECTION,
    indexes: [
      { key: { email: 1 }, name: 'email', unique: true },
      { key: { tenant: 1, _id: -1 }, name: 'tenant_newest' },
    ],
  },
  {
    collection: OPERATOR_SESSIONS_COLLECTION,
    indexes: [{ key: { expiresAt: 1 }, name: 'expires', expireAfterSeconds: 0 }],
  },
  {
    collection: IDENTITY_PROVIDERS_COLLECTION,
    indexes: [{ key: { issuer: 1, audience: 1 }, name: 'issuer_audience', unique: true }],
  },
  {
    collection: AUDIT_COLLECTION,
    indexes: [
      { key: { workspace: 1, _id: -1 }, name: 'workspace_newest' },
      { key: { workspace: 1, 'actor.id': 1, _id: -1 }, name: 'workspace_actor' },
      { key: { workspace: 1, action: 1, _id: -1 }, name: 'workspace_action' },
      { key: { workspace: 1, target: 1, _id: -1 }, name: 'workspace_target' },
    ],
  },
];
