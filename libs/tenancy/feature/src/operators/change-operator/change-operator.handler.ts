import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { type Roles, checkRoles, mayManage, operatorErrors } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { MongoOperatorStore, type OperatorChange } from '../adapters/operator-store.mongo.js';
import { CurrentOperator } from '../current-operator.js';
import type { OperatorDocument } from '../operator.documents.js';
import { permissionsIn } from '../role-permissions.js';

export interface ChangeOperator {
  readonly name?: string | undefined;
  readonly roles?: Roles | undefined;
  readonly status?: 'active' | 'disabled' | undefined;
}

/** An operator before and after. */
export interface ChangedOperator {
  readonly before: OperatorDocument;
  readonly after: OperatorDocument;
}

/** Changes and removes operators. Other roles, or another status, end the sessions of whom they are given to. */
@Injectable()
export class ChangeOperatorHandler {
  constructor(
    private readonly current: CurrentOperator,
    private readonly operators: MongoOperatorStore,
  ) {}

  /** Errors: `operators.not_found`, `operators.invalid_roles`, `operators.role_not_held`, `operators.last_owner`. */
  async change(
    credential: Credential,
    operatorId: string,
    { name, roles, status }: ChangeOperator,
  ): Promise<Result<ChangedOperator, DomainError>> {
    const managed = await this.managed(credential, operatorId, roles);
    if (!managed.ok) return managed;
    const change: OperatorChange = {
      ...(name === undefined ? {} : { name }),
      ...(roles === undefined ? {} : { roles: { ...roles } }),
      ...(status === undefined ? {} : { isDisabled: status === 'disabled' }),
    };
    const before = managed.value;
    const endsSessions = roles !== undefined || status !== undefined;
    if (Object.keys(change).length === 0) return ok({ before, after: before });
    const changed = await this.operators.change(before, change, endsSessions);
    return changed ? ok({ before, after: { ...before, ...change } }) : err(LAST_OWNER);
  }

  /** Errors: `operators.not_found`, `operators.role_not_held`, `operators.last_owner`. */
  async remove(credential: Credential, operatorId: string): Promise<Result<OperatorDocument, DomainError>> {
    const managed = await this.managed(credential, operatorId);
    if (!managed.ok) return managed;
    return (await this.operators.change(managed.value, null, true)) ? managed : err(LAST_OWNER);
  }

  /** The operator, whose roles and those to be given are among the caller's. */
  private async managed(
    credential: Credential,
    operatorId: string,
    given?: Roles,
  ): Promise<Result<OperatorDocument, DomainError>> {
    const found = await this.current.withOther(credential, operatorId);
    if (!found.ok) return found;
    const { actor, other } = found.value;
    const roles = given ? checkRoles(given) : ok(other.roles);
    if (!roles.ok) return roles;
    for (const touched of [other.roles, roles.value]) {
      const allowed = mayManage(actor.roles, touched, permissionsIn);
      if (!allowed.ok) return allowed;
    }
    return ok(other);
  }
}

const LAST_OWNER = operatorErrors.lastOwner('Make another operator an owner first, who has set a password.');
