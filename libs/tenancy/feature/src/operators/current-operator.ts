import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, authErrors } from '@laurel/platform-auth';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { MongoOperatorStore } from './adapters/operator-store.mongo.js';
import type { OperatorDocument } from './operator.documents.js';

/** Who is signed in, as stored now. */
@Injectable()
export class CurrentOperator {
  constructor(private readonly store: MongoOperatorStore) {}

  /** Errors: `auth.forbidden` for a credential that is no operator's, `auth.invalid_credential` for one who was removed meanwhile. */
  async of(credential: Credential): Promise<Result<OperatorDocument, DomainError>> {
    if (credential.kind !== 'operator') return err(authErrors.forbidden('Only operators who are signed in do this.'));
    const operator = await this.store.byId(credential.operatorId);
    return operator ? ok(operator) : err(authErrors.invalidCredential('The operator was removed.'));
  }

  /** Another operator of the same tenant. Errors: those of `of`, and `operators.not_found`. */
  async withOther(
    credential: Credential,
    operatorId: string,
  ): Promise<Result<{ readonly actor: OperatorDocument; readonly other: OperatorDocument }, DomainError>> {
    const actor = await this.of(credential);
    if (!actor.ok) return actor;
    const other = await this.store.find(actor.value.tenant, operatorId);
    return other ? ok({ actor: actor.value, other }) : err(operatorErrors.notFound('The tenant has no such operator.'));
  }
}
