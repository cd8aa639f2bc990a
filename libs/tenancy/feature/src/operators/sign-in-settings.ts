export interface SignInSettings {
  /** Starts the names of the keys in Redis. */
  readonly redisKeyPrefix: string;
}

/** Injects the `SignInSettings`. */
export const SIGN_IN_SETTINGS = Symbol('laurel.tenancy.sign-in-settings');
