import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { FastifyRequest } from 'fastify';
import { authErrors } from '../auth.errors.js';
import { CachedLookup } from '../cached-lookup.js';
import type { OperatorCredential } from '../credential.js';
import { KeyUseNotes } from '../key-use-notes.js';
import { SESSION, sessionIdOf } from './session.js';
import type { SessionCookie } from './session-cookie.js';
import type { Sessions, StoredSession } from './sessions.port.js';

const CSRF_HEADER = 'x-laurel-csrf';
const READS: readonly string[] = ['GET', 'HEAD'];

/** Turns a session cookie into the operator who is signed in. A session that was ended is refused within five seconds. */
export class SessionVerifier {
  private readonly sessions: CachedLookup<StoredSession>;
  private readonly notes: KeyUseNotes;

  constructor(
    store: Sessions,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {
    this.sessions = new CachedLookup(store, clock);
    this.notes = new KeyUseNotes(store, clock);
  }

  /** The token that a request carries in its cookie. */
  tokenOf(request: FastifyRequest): string | undefined {
    return this.cookie.read(request);
  }

  /**
   * Browsers send cookies by themselves, so a write needs a header besides: a page of another site can't add one without asking
   * this gateway first, which refuses. `SameSite` alone would leave sibling subdomains and older browsers.
   * Errors: `auth.csrf`, `auth.invalid_credential`, `auth.unavailable`.
   */
  async verify(token: string, { method, headers }: FastifyRequest): Promise<Result<OperatorCredential, DomainError>> {
    if (!READS.includes(method) && headers[CSRF_HEADER] !== '1') return err(NO_CSRF_HEADER);
    const found = await this.find(token);
    if (found.ok) this.notes.note(found.value.sessionId);
    return found;
  }

  /** Who is signed in, without using the session. Errors: `auth.invalid_credential`, `auth.unavailable`. */
  async find(token: string): Promise<Result<OperatorCredential, DomainError>> {
    const sessionId = sessionIdOf(token);
    let session: StoredSession | undefined;
    try {
      session = await this.sessions.find(sessionId);
    } catch {
      return err(SESSIONS_AWAY);
    }
    const now = this.clock.now();
    if (!session || session.endsAt <= now || session.lastSeenAt + SESSION.idleMs <= now) return err(ENDED);
    const { workspace, operatorId, permissions } = session;
    return ok({ kind: 'operator', workspace, operatorId, sessionId, permissions });
  }
}

const NO_CSRF_HEADER = authErrors.csrf(`Send \`${CSRF_HEADER}: 1\` with every request that is no GET.`);
const ENDED = authErrors.invalidCredential('The session has ended. Sign in again.');
const SESSIONS_AWAY = authErrors.unavailable('Sessions cannot be looked up right now. Try again.', {
  retryAfterSeconds: 2,
});
