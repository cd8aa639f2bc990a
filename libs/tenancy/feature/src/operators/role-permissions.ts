import { PERMISSIONS, type Permission } from '@laurel/platform-auth';
import { type Environment, type Role, type Roles, reachesTenant, roleIn } from '@laurel/tenancy-domain';

const LOOKING: readonly Permission[] = [
  'session:own',
  'events:read',
  'boards:read',
  'players:read',
  'rewards:read',
  'releases:read',
  'clock:read',
];

/**
 * What each role permits: this table and nothing else. A permission that no row names is for owners and admins alone. What sets
 * those two apart is that only owners make and change owners.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS,
  designer: [...LOOKING, 'releases:dry_run', 'releases:write', 'releases:promote', 'clock:write'],
  analyst: [...LOOKING, 'releases:dry_run'],
  support: [...LOOKING, 'events:void', 'events:review', 'players:write', 'players:export', 'rewards:write'],
};

/** What reaches other environments: for operators whose role is the same in all of them. */
const BEYOND_ENVIRONMENT: readonly Permission[] = ['operators:read', 'operators:write', 'releases:promote'];

/** What an operator of these roles may do in an environment. */
export function permissionsIn(roles: Roles, environment: Environment): readonly Permission[] {
  const role = roleIn(roles, environment);
  const permitted = role ? ROLE_PERMISSIONS[role] : [];
  return reachesTenant(roles) ? permitted : permitted.filter((name) => !BEYOND_ENVIRONMENT.includes(name));
}
