import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { operatorErrors } from './operator.errors.js';
import { ENVIRONMENTS, type Environment } from './workspace.js';

/** What people do in a tenant, from those who may do all to those who look after players. */
export const ROLES = ['owner', 'admin', 'designer', 'analyst', 'support'] as const;
export type Role = (typeof ROLES)[number];

/** An operator's role in the whole tenant, and in environments where it is another. */
export interface Roles extends Readonly<Partial<Record<Environment, Role>>> {
  readonly tenant?: Role;
}

/** The form in which an address is kept and compared: no provider of note tells letters of an address apart by their case. */
export const normalizeEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

/** The role in one environment; undefined for none. */
export const roleIn = (roles: Roles, environment: Environment): Role | undefined => roles[environment] ?? roles.tenant;

/** Whether the roles are the same everywhere: what reaches beyond one environment asks for that. */
export const reachesTenant = (roles: Roles): boolean =>
  roles.tenant !== undefined && ENVIRONMENTS.every((environment) => roleIn(roles, environment) === roles.tenant);

/** Error: `operators.invalid_roles`. */
export function checkRoles(roles: Roles): Result<Roles, DomainError> {
  const environments = ENVIRONMENTS.filter((environment) => roles[environment] !== undefined);
  if (roles.tenant === undefined && environments.length === 0) {
    return err(invalid('/roles', 'required', 'an operator needs a role in the tenant or in an environment'));
  }
  const owned = environments.find((environment) => roles[environment] === 'owner');
  if (owned) return err(invalid(`/roles/${owned}`, 'owner', 'an owner owns the whole tenant: use /roles/tenant'));
  if (roles.tenant === 'owner' && environments.length > 0) {
    return err(invalid(`/roles/${environments[0]}`, 'owner', 'an owner has no other role'));
  }
  return ok(roles);
}

/** What a role in an environment permits. */
export type PermissionsIn = (roles: Roles, environment: Environment) => readonly string[];

/** Whether one who has `held` may do all that the others roles permit, in each environment. */
export const holdsRoles = (held: Roles, others: Roles, permissionsIn: PermissionsIn): boolean =>
  ENVIRONMENTS.every((environment) => {
    const own = permissionsIn(held, environment);
    return permissionsIn(others, environment).every((permission) => own.includes(permission));
  });

/** Checks who gives roles to, or takes them from, an operator. Owners are made and changed by owners alone. Error: `operators.role_not_held`. */
export function mayManage(held: Roles, roles: Roles, permissionsIn: PermissionsIn): Result<void, DomainError> {
  if (roles.tenant === 'owner' && held.tenant !== 'owner') {
    return err(operatorErrors.roleNotHeld('Only an owner makes, changes or removes an owner.'));
  }
  if (holdsRoles(held, roles, permissionsIn)) return ok(undefined);
  return err(operatorErrors.roleNotHeld('Your own roles lack something that these permit.'));
}

const invalid = (path: string, rule: string, message: string): DomainError =>
  operatorErrors.invalidRoles('See `errors`.', { errors: [{ path, rule, message }] });
