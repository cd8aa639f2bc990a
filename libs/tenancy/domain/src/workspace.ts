import { type DomainError, type FieldProblem, type Result, err, isSlug, ok } from '@laurel/kernel';
import { tenancyErrors } from './tenancy.errors.js';

export const ENVIRONMENTS = ['dev', 'staging', 'live'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** A customer's `dev`, `staging` or `live`. Every record, key and message belongs to exactly one. */
export interface Workspace {
  /** `ws_<uuidv7>` */
  readonly id: string;
  /** Slug of the customer. */
  readonly tenant: string;
  readonly environment: Environment;
}

export type WorkspaceName = Pick<Workspace, 'tenant' | 'environment'>;

/** Checks what a workspace is to be called. Error: `tenancy.invalid_workspace`. */
export function nameWorkspace(tenant: string, environment: string): Result<WorkspaceName, DomainError> {
  const known = ENVIRONMENTS.find((candidate) => candidate === environment);
  if (known && isSlug(tenant)) return ok({ tenant, environment: known });
  const errors: FieldProblem[] = [
    ...(isSlug(tenant)
      ? []
      : [
          {
            path: '/tenant',
            rule: 'slug',
            message: 'must be 1 to 63 of a-z, 0-9, _ and -, starting with a letter or digit',
          },
        ]),
    ...(known ? [] : [{ path: '/environment', rule: 'enum', message: `must be one of ${ENVIRONMENTS.join(', ')}` }]),
  ];
  return err(tenancyErrors.invalidWorkspace('The tenant or the environment breaks a rule.', { errors }));
}

/** Which kind of keys a workspace has: only live ones open live data. */
export const keyModeOf = (environment: Environment): 'test' | 'live' => (environment === 'live' ? 'live' : 'test');
