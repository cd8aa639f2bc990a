import { type Clock, type DomainError, type Result, err } from '@laurel/kernel';
import { type Environment, normalizeEmail, operatorErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../clock.js';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { SessionOpener, type SignedIn } from '../open-session.js';
import { passwordMatches } from '../passwords.js';
import { SecondFactor } from '../second-factor.js';
import { SignInAttempts } from '../sign-in-attempts.js';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly environment?: Environment | undefined;
  /** IP address of the caller. */
  readonly address: string;
}

@Injectable()
export class SignInHandler {
  constructor(
    private readonly operators: MongoOperatorStore,
    private readonly attempts: SignInAttempts,
    private readonly secondFactor: SecondFactor,
    private readonly opener: SessionOpener,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Begins a session. Who is unknown, disabled or has another password is refused alike, after the same work.
   * Errors: `operators.sign_in_refused`, `operators.code_required`,
   * `operators.too_many_attempts`, and those of `SessionOpener`.
   */
  async handle({ password, code, environment, address, ...wanted }: SignIn): Promise<Result<SignedIn, DomainError>> {
    const attempt = { email: normalizeEmail(wanted.email), address };
    const taken = await this.attempts.take(attempt);
    if (!taken.ok) return taken;
    const operator = await this.operators.byEmail(attempt.email);
    const matches = await passwordMatches(password, operator?.passwordHash);
    if (!operator || !matches || operator.isDisabled) return err(REFUSED);
    if (operator.totp?.isConfirmed) {
      if (code === undefined) return err(CODE_REQUIRED);
      if (!(await this.secondFactor.accept(operator, code))) return err(REFUSED);
    }
    await this.attempts.succeed(attempt);
    const opened = await this.opener.open(operator, environment);
    if (opened.ok) await this.operators.noteSignIn(operator._id, this.clock.now());
    return opened;
  }
}

const CODE_REQUIRED = operatorErrors.codeRequired(
  'Send the code of your authenticator, or a recovery code, as `code`.',
);
const REFUSED = operatorErrors.signInRefused('Look at them again. After ten failures the account waits a while.');
