import { toIso } from '@laurel/kernel';
import { ENVIRONMENTS, ROLES, type Role, type Roles } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { OperatorDocument } from './operator.documents.js';

export const MAX_OPERATOR_NAME_LENGTH = 100;

const OPERATOR_STATUSES = ['invited', 'active', 'disabled'] as const;
export type OperatorStatus = (typeof OPERATOR_STATUSES)[number];

const environmentRole = (environment: string): PropertyDecorator =>
  ApiProperty({
    required: false,
    enum: ROLES.filter((role) => role !== 'owner'),
    description: `In ${environment} only.`,
  });

@ApiSchema({ name: 'OperatorRoles' })
export class RolesDto implements Roles {
  @ApiProperty({ required: false, enum: [...ROLES], description: 'In every environment that is not named besides.' })
  @IsOptional()
  @IsIn(ROLES)
  readonly tenant?: Role;

  @environmentRole(ENVIRONMENTS[0])
  @IsOptional()
  @IsIn(ROLES)
  readonly dev?: Role;

  @environmentRole(ENVIRONMENTS[1])
  @IsOptional()
  @IsIn(ROLES)
  readonly staging?: Role;

  @environmentRole(ENVIRONMENTS[2])
  @IsOptional()
  @IsIn(ROLES)
  readonly live?: Role;
}

@ApiSchema({ name: 'Operator' })
export class OperatorDto {
  @ApiProperty({ example: 'op_01a1fc67-90f3-7712-93f3-6dda202dc8df' })
  readonly id: string = '';

  @ApiProperty({ example: 'ann@example.com' })
  readonly email: string = '';

  @ApiProperty({ example: 'Ann' })
  readonly name: string = '';

  @ApiProperty({ type: RolesDto })
  readonly roles: RolesDto = new RolesDto();

  @ApiProperty({ enum: [...OPERATOR_STATUSES], description: '`invited` until the first password is set.' })
  readonly status: OperatorStatus = 'active';

  @ApiProperty({ description: 'Whether signing in asks for a one-time code.' })
  readonly hasTotp: boolean = false;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string = '';

  @ApiProperty({ type: String, nullable: true, description: 'Who invited them; null for the command line.' })
  readonly createdBy: string | null = null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly lastSignInAt: string | null = null;
}

@ApiSchema({ name: 'PasswordToken' })
export class PasswordTokenDto {
  @ApiProperty({
    description:
      'Sets the operator’s password once, at `POST /v1/passwords`. Shown this once: hand it over in private.',
  })
  readonly passwordToken: string = '';

  @ApiProperty({ format: 'date-time', description: 'Until when it does.' })
  readonly passwordTokenExpiresAt: string = '';
}

@ApiSchema({ name: 'OperatorPage' })
export class OperatorPageDto {
  @ApiProperty({ type: [OperatorDto] })
  readonly entries: readonly OperatorDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of older ones.' })
  readonly next: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of newer ones.' })
  readonly prev: string | null = null;
}

/** An operator as told of: nothing of password or second factor. */
export const toOperatorDto = (operator: OperatorDocument): OperatorDto => ({
  id: operator._id,
  email: operator.email,
  name: operator.name,
  roles: operator.roles,
  status: statusOf(operator),
  hasTotp: operator.totp?.isConfirmed ?? false,
  createdAt: toIso(operator.createdAt),
  createdBy: operator.createdBy ?? null,
  lastSignInAt: operator.lastSignInAt === undefined ? null : toIso(operator.lastSignInAt),
});

function statusOf({ isDisabled, passwordHash }: OperatorDocument): OperatorStatus {
  if (isDisabled) return 'disabled';
  return passwordHash === null ? 'invited' : 'active';
}
