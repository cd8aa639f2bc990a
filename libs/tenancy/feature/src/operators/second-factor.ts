import { randomBytes } from 'node:crypto';
import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { hashSecret } from '@laurel/platform-auth';
import { seal, unseal } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { CLOCK } from '../clock.js';
import { MongoOperatorStore } from './adapters/operator-store.mongo.js';
import type { OperatorDocument } from './operator.documents.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

/** As authenticators expect it (RFC 6238): SHA-1, six digits, 30 seconds; the code before and the one after are taken as well. */
const TOTP_FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const WINDOW = 1;
/** Bytes of a secret: the length of SHA-1, as RFC 4226, 4 asks for. */
const SECRET_BYTES = 20;

const RECOVERY_CODES = 10;
/** Bytes of a recovery code: 80 bits are not guessed, and written as four groups of four. */
const RECOVERY_BYTES = 10;

/** A secret that an authenticator is to be given, shown once. */
export interface OfferedTotp {
  /** Base32, to be typed. */
  readonly secret: string;
  /** `otpauth://…`, to be drawn as a QR code. */
  readonly uri: string;
}

/** One-time codes of an authenticator, and recovery codes for when it is lost. */
@Injectable()
export class SecondFactor {
  private readonly log = new Logger('operators');

  constructor(
    private readonly store: MongoOperatorStore,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a secret, which counts for nothing until it is confirmed. Errors: `operators.totp_unavailable`, `operators.totp_on`. */
  async offer({ _id, email }: OperatorDocument): Promise<Result<OfferedTotp, DomainError>> {
    if (this.settings.secretsKey === '') return err(UNAVAILABLE);
    const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer });
    const sealed = seal(secret.base32, this.settings.secretsKey, _id);
    if (!(await this.store.beginTotp(_id, sealed))) return err(ON);
    const uri = new TOTP({ ...TOTP_FORM, issuer: 'Laurel', label: email, secret }).toString();
    return ok({ secret: secret.base32, uri });
  }

  /** Asks for codes from now on. @returns the recovery codes, shown this once. Errors: `operators.totp_not_begun`, `operators.wrong_code`. */
  async confirm(operator: OperatorDocument, code: string): Promise<Result<readonly string[], DomainError>> {
    const { _id, totp } = operator;
    if (!totp || totp.isConfirmed) return err(NOT_BEGUN);
    if (!(await this.acceptCode(operator, code))) return err(WRONG_CODE);
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const confirmed = await this.store.confirmTotp(_id, totp.secret, codes.map(hashOf));
    return confirmed ? ok(codes) : err(NOT_BEGUN);
  }

  /** Whether a code proves the operator's device, or is a recovery code. It is used up. */
  async accept(operator: OperatorDocument, code: string): Promise<boolean> {
    if (/^\d{6}$/.test(code)) return this.acceptCode(operator, code);
    return this.store.useRecoveryCode(operator._id, hashOf(code));
  }

  private async acceptCode({ _id, totp }: OperatorDocument, code: string): Promise<boolean> {
    const secret = totp && this.open(_id, totp.secret);
    if (!secret) return false;
    const timestamp = this.clock.now();
    const delta = new TOTP({ ...TOTP_FORM, secret }).validate({ token: code, timestamp, window: WINDOW });
    if (delta === null) return false;
    return this.store.useStep(_id, Math.floor(timestamp / 1_000 / TOTP_FORM.period) + delta);
  }

  private open(operatorId: string, sealed: string): string | undefined {
    try {
      return unseal(sealed, this.settings.secretsKey, operatorId);
    } catch {
      // The key was changed: recovery codes still open the account.
      this.log.error({ operator: operatorId }, 'operators.totp_secret_unreadable');
      return undefined;
    }
  }
}

/** `ABCD-EFGH-IJKL-MNOP`, base32. */
function newRecoveryCode(): string {
  const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer });
  return (base32.match(/.{4}/g) ?? []).join('-');
}

/** However it is typed. */
const hashOf = (code: string): string => hashSecret(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''));

const UNAVAILABLE = operatorErrors.totpUnavailable('The admin gateway has no LAUREL_OPERATOR_SECRETS_KEY.');
const ON = operatorErrors.totpOn('Remove the codes before you set up others.');
const NOT_BEGUN = operatorErrors.totpNotBegun('Ask for a secret first: POST /v1/session/totp.');
const WRONG_CODE = operatorErrors.wrongCode('Send the code that the authenticator shows now.', {
  errors: [{ path: '/code', rule: 'code', message: 'must be a code of the secret that was given, not yet used' }],
});
