import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, authErrors } from '@laurel/platform-auth';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { MongoOperatorStore } from './adapters/operator-store.mongo.js';
import { MongoSessionStore } from './adapters/session-store.mongo.js';
import type { OperatorDocument } from './operator.documents.js';

/**
 * Who is signed in, as stored now. Instances remember a session for seconds after its end: what leads to another session, or to
 * other operators, must not go by that, or whoever holds an ended session would never have to leave.
 */
@Injectable()
export class CurrentOperator {
  constructor(
    private readonly store: MongoOperatorStore,
    private readonly sessions: MongoSessionStore,
  ) {}

  /** Errors: `auth.forbidden` for a credential that is no operator's, `auth.invalid_credential` for a session that ended meanwhile. */
  async of(credential: Credential): Promise<Result<OperatorDocument, DomainError>> {
    if (credential.kind !== 'operator') return err(authErrors.forbidden('Only operators who are signed in do this.'));
    const [operator, session] = await Promise.all([
      this.store.byId(credential.operatorId),
      this.sessions.find(credential.sessionId),
    ]);
    if (!operator || operator.isDisabled || session?.version !== operator.version) return err(ENDED);
    return ok(operator);
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

const ENDED = authErrors.invalidCredential('The session has ended. Sign in again.');
