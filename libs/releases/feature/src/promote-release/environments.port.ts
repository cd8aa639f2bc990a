import type { Environment } from '@laurel/tenancy-domain';

/** Which workspaces belong to one tenant: what tenancy knows, and a promotion needs. */
export abstract class TenantEnvironments {
  /** The environment that a workspace is. */
  abstract environmentOf(workspace: string): Promise<Environment | undefined>;
  /** Id of the same tenant's workspace of an environment; undefined when it has none. Never another tenant's. */
  abstract sibling(workspace: string, environment: Environment): Promise<string | undefined>;
}
