export { tenancyErrors } from './tenancy.errors.js';
export { ENVIRONMENTS, keyModeOf, nameWorkspace } from './workspace.js';
export type { Environment, Workspace, WorkspaceName } from './workspace.js';
