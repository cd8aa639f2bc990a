import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { CurrentOperator } from './current-operator.js';
import type { OperatorDocument } from './operator.documents.js';
import { passwordMatches } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Asks who is signed in for the password once more, before what a stolen session must not do. Counted as attempts to sign in are. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly current: CurrentOperator,
    private readonly attempts: SignInAttempts,
  ) {}

  /** Errors: those of `CurrentOperator`, `operators.too_many_attempts`, `operators.wrong_password`. */
  async of(credential: Credential, password: string, address: string): Promise<Result<OperatorDocument, DomainError>> {
    const operator = await this.current.of(credential);
    if (!operator.ok) return operator;
    const attempt = { email: operator.value.email, address };
    const taken = await this.attempts.take(attempt);
    if (!taken.ok) return taken;
    if (!(await passwordMatches(password, operator.value.passwordHash))) return err(WRONG);
    await this.attempts.succeed(attempt);
    return ok(operator.value);
  }
}

const WRONG = operatorErrors.wrongPassword('Nothing was changed.');
