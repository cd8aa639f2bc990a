import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../clock.js';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { isPasswordTokenOf, readPasswordToken } from '../password-token.js';
import { hashPassword } from '../passwords.js';

@Injectable()
export class SetPasswordHandler {
  constructor(
    private readonly operators: MongoOperatorStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sets the password of whom a one-time token is for, once, and ends that operator's sessions. Error: `operators.password_token_refused`. */
  async handle(token: string, password: string): Promise<Result<void, DomainError>> {
    const parts = readPasswordToken(token);
    const operator = parts && (await this.operators.byId(parts.operatorId));
    if (!operator || !isPasswordTokenOf(operator, parts.hash, this.clock.now())) return err(REFUSED);
    const passwordHash = await hashPassword(password);
    const set = await this.operators.setPassword(operator._id, passwordHash, { 'passwordToken.hash': parts.hash });
    return set ? ok(undefined) : err(REFUSED);
  }
}

const REFUSED = operatorErrors.passwordTokenRefused(
  'It was used, replaced or is older than a day. Ask for a new one.',
  {
    errors: [{ path: '/token', rule: 'token', message: 'must be a one-time token in time' }],
  },
);
