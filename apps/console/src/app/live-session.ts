import type { QueryClient } from '@tanstack/react-query';
import { SESSION_KEY, type Session, identityOf } from './session-identity.js';

/** What is watched, as far as it ends with a session. */
export interface Watching {
  close(): void;
}

/**
 * Ends what is watched whenever somebody else is signed in or the environment is another one, also by another window: a live connection
 * goes on with the session that it began with.
 *
 * @returns ends the following
 */
export function followSession(client: QueryClient, live: Watching): () => void {
  const current = (): string => identityOf(client.getQueryData<Session>(SESSION_KEY));
  let before = current();
  return client.getQueryCache().subscribe(() => {
    const now = current();
    if (now === before) return;
    // First: what is told of the end may change what is asked for, and so come back here.
    before = now;
    live.close();
  });
}
