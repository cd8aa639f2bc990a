import type { Environment, Roles } from '@laurel/tenancy-domain';

export const OPERATORS_COLLECTION = 'operators';
export const OPERATOR_SESSIONS_COLLECTION = 'operatorSessions';

/** A person who signs in. */
export interface OperatorDocument {
  /** `op_<uuidv7>` */
  readonly _id: string;
  readonly tenant: string;
  /** Normalised; no two operators of the installation have the same, since it alone names who signs in. */
  readonly email: string;
  readonly name: string;
  /** Argon2id in PHC form; null until the first password is set. */
  readonly passwordHash: string | null;
  readonly roles: Roles;
  readonly isDisabled: boolean;
  /** Grows with every change that ends the operator's sessions: each session names the one it began under. */
  readonly version: number;
  /** The one-time token that sets a password, if one was given out. */
  readonly passwordToken?: {
    /** SHA-256, hex. */
    readonly hash: string;
    /** Milliseconds since the epoch. */
    readonly expiresAt: number;
  };
  /** What one-time codes are made of (RFC 6238); absent for who signs in without. */
  readonly totp?: {
    /** Encrypted with the installation's key. */
    readonly secret: string;
    /** False until a code has shown that the operator's device has it: codes are not asked for before. */
    readonly isConfirmed: boolean;
    /** Time step of the last code that was accepted: no code is accepted twice. */
    readonly lastStep: number;
  };
  /** SHA-256, hex, of the codes that serve when the device is lost, each once. */
  readonly recoveryCodes?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Id of the operator who invited this one; absent for one from the command line. */
  readonly createdBy?: string;
  /** Milliseconds since the epoch. */
  readonly lastSignInAt?: number;
}

/** A session. Its token is in the cookie and nowhere else. */
export interface OperatorSessionDocument {
  /** SHA-256 of the token, hex. */
  readonly _id: string;
  readonly operatorId: string;
  /** The operator's `version` when it began. */
  readonly version: number;
  readonly environment: Environment;
  /** The tenant's workspace of that environment. */
  readonly workspace: string;
  /** Milliseconds since the epoch. */
  readonly lastSeenAt: number;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  /** The same as a date, for the index that removes the session. */
  readonly expiresAt: Date;
}
