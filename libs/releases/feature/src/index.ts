export { releaseIndexes } from './adapters/release.indexes.js';
export { ReleasesAdminModule } from './releases.admin.module.js';
export { DryRuns } from './dry-run/dry-runs.port.js';
export type { DryRunSettings } from './dry-run/dry-runs.port.js';
export { TenantEnvironments } from './promote-release/environments.port.js';
