/** An answer that was given, as it is given again. */
export interface StoredAnswer {
  readonly status: number;
  /** Encrypted: see `seal`. */
  readonly body: string;
}

/** What is known of a key: free until now and taken by this call, being worked on, or answered. */
export type Claim =
  | { readonly state: 'claimed' }
  | { readonly state: 'in_flight' }
  | { readonly state: 'answered'; readonly fingerprint: string; readonly answer: StoredAnswer };

/** Keeps first answers by key. The app binds it. */
export abstract class IdempotencyStore {
  /**
   * Takes a key for a request, if nobody has it; one call of many at a time succeeds.
   *
   * @param owner of this request alone
   */
  abstract claim(id: string, owner: string): Promise<Claim>;
  /** Keeps the answer for a day, if the request still has the key. */
  abstract complete(id: string, owner: string, fingerprint: string, answer: StoredAnswer): Promise<void>;
  /** Gives the key back, if the request still has it. */
  abstract release(id: string, owner: string): Promise<void>;
}

/** Who calls, for keys of their own, and the text that proves it. Undefined for nobody. */
export interface IdempotentCaller {
  /** Workspace and credential. */
  readonly id: string;
  /** The credential as sent: what answers are encrypted with. */
  readonly secret: string;
}

/** Tells who makes a request; the app binds what verifies credentials. */
export abstract class IdempotentCallers {
  abstract of(request: object): IdempotentCaller | undefined;
}
