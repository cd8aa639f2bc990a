import { toIso } from '@laurel/kernel';
import { PERMISSIONS, type Permission } from '@laurel/platform-auth';
import { ENVIRONMENTS, type Environment, ROLES, type Role, type Workspace, roleIn } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { OperatorDocument } from './operator.documents.js';
import { permissionsIn } from './role-permissions.js';

@ApiSchema({ name: 'SessionOperator' })
export class SessionOperatorDto {
  @ApiProperty({ example: 'op_01a1fc67-90f3-7712-93f3-6dda202dc8df' })
  readonly id: string = '';

  @ApiProperty({ example: 'ann@example.com' })
  readonly email: string = '';

  @ApiProperty({ example: 'Ann' })
  readonly name: string = '';
}

@ApiSchema({ name: 'Session' })
export class SessionDto {
  @ApiProperty({ type: SessionOperatorDto })
  readonly operator: SessionOperatorDto = new SessionOperatorDto();

  @ApiProperty({ example: 'acme' })
  readonly tenant: string = '';

  @ApiProperty({ enum: [...ENVIRONMENTS], description: 'The environment that requests of this session reach.' })
  readonly environment: Environment = 'dev';

  @ApiProperty({ description: 'Its workspace.', example: 'ws_01a1fc67-90f3-7712-93f3-6dda202dc8df' })
  readonly workspace: string = '';

  @ApiProperty({ enum: [...ROLES], description: 'The operator’s role in it.' })
  readonly role: Role = 'support';

  @ApiProperty({ enum: [...PERMISSIONS], isArray: true, description: 'What the role permits there.' })
  readonly permissions: readonly Permission[] = [];

  @ApiProperty({ enum: [...ENVIRONMENTS], isArray: true, description: 'Where the session can be switched to.' })
  readonly environments: readonly Environment[] = [];

  @ApiProperty({ format: 'date-time', description: 'When it ends at the latest.' })
  readonly endsAt: string = '';
}

export interface ShownSession {
  readonly operator: OperatorDocument;
  readonly workspace: Workspace;
  /** Those that are open to the operator. */
  readonly open: readonly Workspace[];
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

export const toSessionDto = ({ operator, workspace, open, endsAt }: ShownSession): SessionDto => ({
  operator: { id: operator._id, email: operator.email, name: operator.name },
  tenant: workspace.tenant,
  environment: workspace.environment,
  workspace: workspace.id,
  role: roleIn(operator.roles, workspace.environment) ?? 'support',
  permissions: permissionsIn(operator.roles, workspace.environment),
  environments: open.map(({ environment }) => environment),
  endsAt: toIso(endsAt),
});
