import { queryClient } from '../api/index.js';
import { live } from '../api/live.js';
import { type Session, sessionQuery } from './session.queries.js';

/**
 * Ends what is watched whenever somebody else is signed in or the environment is another one, also by another window: a live connection
 * goes on with the session that it began with.
 */
export function followSession(): void {
  let before = whose(queryClient.getQueryData(sessionQuery.queryKey));
  queryClient.getQueryCache().subscribe(() => {
    const now = whose(queryClient.getQueryData(sessionQuery.queryKey));
    if (now === before) return;
    live.close();
    before = now;
  });
}

const whose = (session: Session | undefined): string =>
  session === undefined ? '' : `${session.operator.id} ${session.environment}`;
