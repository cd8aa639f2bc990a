import type { KeyUses } from '../key-uses.port.js';
import type { Permission } from '../permission.js';

/** A session at rest, with what its operator may do now. */
export interface StoredSession {
  readonly workspace: string;
  readonly operatorId: string;
  readonly permissions: readonly Permission[];
  /** Beginning of the minute of its last request, milliseconds since the epoch. */
  readonly lastSeenAt: number;
  /** When it ends whatever happens, milliseconds since the epoch. */
  readonly endsAt: number;
}

/** Where sessions are found. The app binds it; revoked ones, and those of operators who are disabled, are not found. */
export abstract class Sessions implements KeyUses {
  /** @throws when the store cannot be reached */
  abstract find(sessionId: string): Promise<StoredSession | undefined>;
  /** Keeps when a session was last used. @param minute its beginning, milliseconds since the epoch */
  abstract note(sessionId: string, minute: number): Promise<void>;
}
