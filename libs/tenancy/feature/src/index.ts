export { MongoApiKeys, MongoKeyUses } from './adapters/api-keys.mongo.js';
export { MongoAuditLog } from './adapters/audit-log.mongo.js';
export { MongoIdempotencyStore } from './adapters/idempotency.mongo.js';
export { tenancyIndexes } from './adapters/tenancy.indexes.js';
export { CreateWorkspaceHandler } from './create-workspace/create-workspace.handler.js';
export type { CreatedWorkspace } from './create-workspace/create-workspace.handler.js';
export { TenancyAdminModule } from './tenancy.admin.module.js';
export { WorkspaceDirectory } from './find-workspace/workspace-directory.js';
