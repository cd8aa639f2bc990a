export {
  DEFAULT_OVERLAP_SECONDS,
  MAX_OVERLAP_SECONDS,
  grantKey,
  mustHold,
  permissionsOf,
  statusOf,
} from './api-key.js';
export type { KeyLifetime, KeyRequest, KeyStatus } from './api-key.js';
export { operatorErrors } from './operator.errors.js';
export { ROLES, checkRoles, holdsRoles, mayManage, normalizeEmail, reachesTenant, roleIn } from './operator.js';
export type { Role, Roles } from './operator.js';
export { tenancyErrors } from './tenancy.errors.js';
export { mayHaveClock, movedOffset } from './workspace-clock.js';
export type { ClockMove, ClockState } from './workspace-clock.js';
export { ENVIRONMENTS, keyModeOf, nameWorkspace } from './workspace.js';
export type { Environment, Workspace, WorkspaceName } from './workspace.js';
