export interface SignInSettings {
  /** Starts the names of the keys in Redis. */
  readonly redisKeyPrefix: string;
  /** Encrypts what one-time codes are made of; empty: operators can't have such codes. */
  readonly secretsKey: string;
}

/** Injects the `SignInSettings`. */
export const SIGN_IN_SETTINGS = Symbol('laurel.tenancy.sign-in-settings');
