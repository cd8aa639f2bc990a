import { backOffMs, pause } from './pause.ts';

/** JSON over Laurel's HTTP APIs with one secret key, patient with services that are restarting. */
export interface LaurelClient {
  /** The body of the answer; undefined when there is no such thing (404). */
  readonly get: (url: string) => Promise<unknown>;
  readonly post: (url: string, body: unknown) => Promise<unknown>;
  readonly put: (url: string, body: unknown) => Promise<unknown>;
}

type Method = 'GET' | 'POST' | 'PUT';

/** An answer that trying again will not change. */
export class RefusedError extends Error {
  readonly status: number;
  /** Code of the problem; undefined where the answer has none. */
  readonly code: string | undefined;

  constructor(message: string, status: number, code: string | undefined) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface ClientOptions {
  readonly secretKey: string;
  readonly signal: AbortSignal;
  /** Told why a request is being tried again, and with undefined that it went through after all. */
  readonly onTrouble: (trouble: string | undefined) => void;
}

const ATTEMPT_TIMEOUT_MS = 10_000;
const TRY_AGAIN = new Set([429, 502, 503, 504]);

/**
 * Requests are repeated until they are answered: after `Retry-After` where a service says 503 or 429, with back-off where it
 * can't be reached. What is posted must therefore be safe to post twice: events are, by their ids.
 */
export function createLaurelClient({ secretKey, signal, onTrouble }: ClientOptions): LaurelClient {
  const request = async (method: Method, url: string, body?: unknown): Promise<unknown> => {
    for (let attempt = 0; ; attempt++) {
      const answer = await send(method, url, body);
      if ('body' in answer) {
        if (attempt > 0) onTrouble(undefined);
        return answer.body;
      }
      onTrouble(answer.trouble);
      await pause(answer.retryAfterMs ?? backOffMs(attempt), signal);
    }
  };

  const send = async (
    method: Method,
    url: string,
    body: unknown,
  ): Promise<{ readonly body: unknown } | { readonly trouble: string; readonly retryAfterMs?: number }> => {
    const { host } = new URL(url);
    try {
      const response = await fetch(url, {
        method,
        headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]),
      });
      const text = await response.text();
      if (response.ok) return { body: JSON.parse(text) };
      if (response.status === 404 && method === 'GET') return { body: undefined };
      if (!TRY_AGAIN.has(response.status)) {
        throw new RefusedError(`${method} ${url} answered ${response.status}: ${text}`, response.status, codeOf(text));
      }
      return { trouble: `${host} answers ${response.status}`, ...retryAfter(response) };
    } catch (error) {
      if (signal.aborted || error instanceof RefusedError || error instanceof SyntaxError) throw error;
      return { trouble: `${host} is not answering` };
    }
  };

  return {
    get: (url) => request('GET', url),
    post: (url, body) => request('POST', url, body),
    put: (url, body) => request('PUT', url, body),
  };
}

const codeOf = (text: string): string | undefined => /"code":\s*"([^"]+)"/.exec(text)?.[1];

function retryAfter(response: Response): { readonly retryAfterMs?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {};
}
