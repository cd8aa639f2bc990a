import type { paths as IngestionPaths } from '@laurel/sdk/generated/ingestion-gateway';
import type { paths as QueryPaths } from '@laurel/sdk/generated/query-gateway';
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as AdminPaths } from './generated/admin-gateway.js';
import { ProblemError, toProblem } from './problem.js';

/** Paths of the other gateways on the console's own origin, where the admin gateway passes them on. */
export const QUERY_BASE = '/query';
export const INGESTION_BASE = '/ingest';

type SignedOutListener = () => void;
const listeners = new Set<SignedOutListener>();

/** Calls the listener whenever an answer says that the session is over. Returns how to stop. */
export function onSignedOut(listener: SignedOutListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What changes something carries the header that no other page can send; a refused credential ends the session here too. */
const session: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-laurel-csrf', '1');
    return request;
  },
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/v1/sessions' && schemaPath !== '/v1/passwords') {
      for (const listener of listeners) listener();
    }
    return response;
  },
};

export const adminApi = createClient<AdminPaths>({ baseUrl: '/' });
export const queryApi = createClient<QueryPaths>({ baseUrl: QUERY_BASE });
export const ingestionApi = createClient<IngestionPaths>({ baseUrl: INGESTION_BASE });
adminApi.use(session);
queryApi.use(session);
ingestionApi.use(session);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer. Throws a {@link ProblemError} when the gateway refused. */
export async function answerOf<T>(sent: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await sent;
  if (!response.ok) throw new ProblemError(toProblem(error, response.status));
  return data as T;
}
