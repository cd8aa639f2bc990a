import type { Actor } from '../credential.js';

/** One thing that somebody changed. Never holds a secret: see `recordable`. */
export interface AuditEntry {
  readonly workspace: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actor: Actor;
  /** `<resources>.<verb>`: `keys.create`. */
  readonly action: string;
  /** What it was done to; empty where there is no one thing. */
  readonly target: string;
  /** As it was, JSON. */
  readonly before?: string;
  /** As it is, JSON. */
  readonly after?: string;
  readonly requestId: string;
}

/** Keeps what was changed, by whom. Entries are added and read, never changed or removed. The app binds it. */
export abstract class AuditLog {
  /** @throws when an entry could not be kept now */
  abstract check(): Promise<void>;
  /** @throws when the entry was not kept */
  abstract append(entry: AuditEntry): Promise<void>;
}
