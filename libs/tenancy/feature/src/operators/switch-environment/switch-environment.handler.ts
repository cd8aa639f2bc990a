import type { DomainError, Result } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import type { Environment } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { MongoSessionStore } from '../adapters/session-store.mongo.js';
import { CurrentSession } from '../current-session.js';
import { SessionOpener, type SignedIn } from '../open-session.js';

/**
 * Begins a session in the other environment and ends this one. Changing this one would leave instances that remember it in the old
 * environment for seconds: a release could be published where it is not meant to be.
 */
@Injectable()
export class SwitchEnvironmentHandler {
  constructor(
    private readonly current: CurrentSession,
    private readonly sessions: MongoSessionStore,
    private readonly opener: SessionOpener,
  ) {}

  /** Errors: those of `CurrentSession` and `SessionOpener`. */
  async handle(credential: Credential, environment: Environment): Promise<Result<SignedIn, DomainError>> {
    const now = await this.current.of(credential);
    if (!now.ok) return now;
    const opened = await this.opener.open(now.value.operator, environment, now.value.endsAt);
    if (opened.ok && credential.kind === 'operator') await this.sessions.end(credential.sessionId);
    return opened;
  }
}
