import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, authErrors } from '@laurel/platform-auth';
import { Injectable } from '@nestjs/common';
import { MongoSessionStore } from './adapters/session-store.mongo.js';
import { CurrentOperator } from './current-operator.js';
import { SessionOpener } from './open-session.js';
import type { ShownSession } from './session.dto.js';

/** The session of a request, as stored now. */
@Injectable()
export class CurrentSession {
  constructor(
    private readonly operators: CurrentOperator,
    private readonly sessions: MongoSessionStore,
    private readonly opener: SessionOpener,
  ) {}

  /** Errors: `auth.forbidden` for a credential that is no operator's, `auth.invalid_credential` for a session that ended meanwhile. */
  async of(credential: Credential): Promise<Result<ShownSession, DomainError>> {
    const operator = await this.operators.of(credential);
    if (!operator.ok) return operator;
    const session = credential.kind === 'operator' ? await this.sessions.find(credential.sessionId) : undefined;
    const open = await this.opener.openTo(operator.value);
    const workspace = open.find(({ id }) => id === session?.workspace);
    if (!session || !workspace) return err(ENDED);
    return ok({ operator: operator.value, workspace, open, endsAt: session.endsAt });
  }
}

const ENDED = authErrors.invalidCredential('The session has ended. Sign in again.');
