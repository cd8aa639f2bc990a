/** Keeps when keys were last used, coarsely. The app binds it. */
export abstract class KeyUses {
  /** @param minute its beginning, milliseconds since the epoch */
  abstract note(keyId: string, minute: number): Promise<void>;
}
