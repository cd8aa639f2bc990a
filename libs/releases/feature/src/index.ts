export { releaseIndexes } from './adapters/release.indexes.js';
export { ReleasesAdminModule } from './releases.admin.module.js';
export { TenantEnvironments } from './promote-release/environments.port.js';
