import { type Clock, type DomainError, type Result, ok } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { mayManage } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../clock.js';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { CurrentOperator } from '../current-operator.js';
import { type PasswordToken, newPasswordToken } from '../password-token.js';
import { permissionsIn } from '../role-permissions.js';

@Injectable()
export class RenewPasswordTokenHandler {
  constructor(
    private readonly current: CurrentOperator,
    private readonly operators: MongoOperatorStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whoever holds the token becomes the operator, so it asks for all that the operator has. Errors: `operators.not_found`, `operators.role_not_held`. */
  async handle(credential: Credential, operatorId: string): Promise<Result<PasswordToken, DomainError>> {
    const found = await this.current.withOther(credential, operatorId);
    if (!found.ok) return found;
    const allowed = mayManage(found.value.actor.roles, found.value.other.roles, permissionsIn);
    if (!allowed.ok) return allowed;
    const token = newPasswordToken(operatorId, this.clock.now());
    await this.operators.setPasswordToken(operatorId, token.stored);
    return ok(token);
  }
}
