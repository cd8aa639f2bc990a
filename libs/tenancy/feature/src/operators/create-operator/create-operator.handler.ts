import { randomBytes } from 'node:crypto';
import { type Clock, type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { type Roles, checkRoles, mayManage, normalizeEmail, operatorErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../clock.js';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { CurrentOperator } from '../current-operator.js';
import type { OperatorDocument } from '../operator.documents.js';
import { newPasswordToken } from '../password-token.js';
import { permissionsIn } from '../role-permissions.js';

export interface CreateOperator {
  readonly email: string;
  readonly name: string;
  readonly roles: Roles;
}

/** An operator and the one-time token that sets the password, shown this once. */
export interface InvitedOperator {
  readonly operator: OperatorDocument;
  readonly passwordToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

@Injectable()
export class CreateOperatorHandler {
  constructor(
    private readonly current: CurrentOperator,
    private readonly operators: MongoOperatorStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Invites somebody into the caller's tenant.
   * Errors: `operators.invalid_roles`, `operators.role_not_held`, `operators.email_in_use`.
   */
  async handle(credential: Credential, wanted: CreateOperator): Promise<Result<InvitedOperator, DomainError>> {
    const actor = await this.current.of(credential);
    if (!actor.ok) return actor;
    const roles = checkRoles(wanted.roles);
    if (!roles.ok) return roles;
    const allowed = mayManage(actor.value.roles, roles.value, permissionsIn);
    if (!allowed.ok) return allowed;
    const { tenant, _id: createdBy } = actor.value;
    const invited = newOperator({ ...wanted, tenant, createdBy }, this.clock.now());
    return (await this.operators.insert(invited.operator)) ? ok(invited) : err(EMAIL_IN_USE);
  }
}

/** @param now milliseconds since the epoch */
export function newOperator(
  { tenant, email, name, roles, createdBy }: CreateOperator & { readonly tenant: string; readonly createdBy?: string },
  now: number,
): InvitedOperator {
  const _id = newId('operator', now, randomBytes);
  const token = newPasswordToken(_id, now);
  const operator: OperatorDocument = {
    _id,
    tenant,
    email: normalizeEmail(email),
    name,
    passwordHash: null,
    roles: { ...roles },
    isDisabled: false,
    version: 1,
    passwordToken: token.stored,
    createdAt: now,
    ...(createdBy === undefined ? {} : { createdBy }),
  };
  return { operator, passwordToken: token.text, expiresAt: token.stored.expiresAt };
}

const EMAIL_IN_USE = operatorErrors.emailInUse('Each operator of this Laurel has an address of their own.');
