import { type DomainError, type Result, err } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { PasswordCheck } from '../check-password.js';
import { CurrentSession } from '../current-session.js';
import { SessionOpener, type SignedIn } from '../open-session.js';
import { hashPassword } from '../passwords.js';

export interface ChangePassword {
  readonly password: string;
  readonly newPassword: string;
  /** IP address of the caller. */
  readonly address: string;
}

@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly check: PasswordCheck,
    private readonly current: CurrentSession,
    private readonly operators: MongoOperatorStore,
    private readonly opener: SessionOpener,
  ) {}

  /** Sets a new password, ends every session of the operator, and begins one. Errors: those of `PasswordCheck`. */
  async handle(
    credential: Credential,
    { password, newPassword, address }: ChangePassword,
  ): Promise<Result<SignedIn, DomainError>> {
    const [checked, session] = [await this.check.of(credential, password, address), await this.current.of(credential)];
    if (!checked.ok) return checked;
    if (!session.ok) return session;
    const { _id, passwordHash } = checked.value;
    const changed = await this.operators.setPassword(_id, await hashPassword(newPassword), { passwordHash });
    if (!changed) return err(operatorErrors.wrongPassword('It was changed meanwhile.'));
    return this.opener.open(changed, session.value.workspace.environment);
  }
}
