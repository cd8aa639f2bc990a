import { type BackOff, pauseMs } from './back-off.js';
import { LaurelError, type ProblemDetails } from './laurel-error.js';
import type { RequestOptions } from './operation.js';

export type Gateway = 'ingestion' | 'query' | 'admin';

type QueryValue = string | number | boolean;
/** What is undefined is left out; a list is a parameter that is repeated. */
export type QueryParameters = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

/** One request, without who sends it. */
export interface Call {
  readonly gateway: Gateway;
  readonly method: 'GET' | 'POST';
  /** From `/v1` on, with its parameters filled in. */
  readonly path: string;
  readonly query?: QueryParameters;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt may take, ms. */
  readonly timeoutMs?: number;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface TransportOptions {
  readonly urls: Readonly<Partial<Record<Gateway, string>>>;
  /** The value of `authorization`; undefined where cookies say who is there. */
  readonly authorize: () => Promise<string | undefined>;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly backOff: BackOff;
  /** Attempts after the first. */
  readonly retries: number;
  readonly timeoutMs: number;
}

/** Answers after which the same request may succeed, and after which nothing that it asked for may be counted on. */
const PASSING: ReadonlySet<number> = new Set([0, 429, 502, 503, 504]);

const NO_URL = 'sdk.no_url';
const BAD_ID = 'sdk.bad_id';
/** Parts that lead elsewhere, however they are encoded: `/v1/players/../grants` is `/v1/grants`. */
const DOTS = /\/\.{1,2}(\/|$)/;

/**
 * Sends requests, and sends again what failed for a while: all that this library sends may be sent twice, since events carry their
 * ids. Waits as long as the gateway says (`retry-after`), and a random while longer.
 */
export class Transport {
  constructor(private readonly options: TransportOptions) {}

  async send(call: Call): Promise<Reply> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.attempt(call);
      } catch (error) {
        const isLast = attempt >= this.options.retries || call.signal?.aborted;
        if (isLast || !(error instanceof LaurelError) || !mayPass(error)) throw error;
        await this.pause(attempt, (error.retryAfterSeconds ?? 0) * 1_000, call.signal);
      }
    }
  }

  /** Reads what a gateway has. @returns the body */
  async get<Body>(path: string, query: QueryParameters = {}, { signal }: RequestOptions = {}): Promise<Body> {
    return (await this.send({ gateway: 'query', method: 'GET', path, query, signal })).body as Body;
  }

  /** @throws the signal's reason once it is aborted */
  pause(attempt: number, leastMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(reasonOf(signal));
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
        pauseMs(this.options.backOff, attempt, leastMs),
      );
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    });
  }

  private async attempt(call: Call): Promise<Reply> {
    const authorization = await this.options.authorize();
    const headers = {
      ...this.options.headers,
      ...(authorization === undefined ? {} : { authorization }),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.headers,
    };
    const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
    const timeout = AbortSignal.timeout(call.timeoutMs ?? this.options.timeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
    try {
      const response = await this.options.fetch(this.urlOf(call), { method: call.method, headers, ...body, signal });
      const text = await response.text();
      if (!response.ok) throw refusalOf(response, text);
      return { status: response.status, body: text === '' ? undefined : readJson(response, text) };
    } catch (error) {
      if (error instanceof LaurelError) throw error;
      if (call.signal?.aborted) throw reasonOf(call.signal);
      const detail = `The ${call.gateway} gateway did not answer.`;
      throw new LaurelError({ status: 0, code: 'sdk.unreachable', detail }, { cause: error });
    }
  }

  private urlOf({ gateway, path, query = {} }: Call): string {
    const base = this.options.urls[gateway];
    if (base === undefined)
      throw new LaurelError({ status: 0, code: NO_URL, detail: `No URL of the ${gateway} gateway was given.` });
    if (DOTS.test(path))
      throw new LaurelError({ status: 0, code: BAD_ID, detail: 'No address can have “.” or “..” for an id.' });
    const text = new URLSearchParams(pairsOf(query)).toString();
    return `${base}${path}${text === '' ? '' : `?${text}`}`;
  }
}

const pairsOf = (query: QueryParameters): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each): [string, string] => [name, String(each)]),
  );

/** A part of a path, whatever its characters. */
export const pathPart = (part: string): string => encodeURIComponent(part);

/** What was never sent has the status of what got no answer. */
const mayPass = ({ status, code }: LaurelError): boolean => PASSING.has(status) && code !== NO_URL && code !== BAD_ID;

const reasonOf = (signal: AbortSignal | undefined): Error => {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason });
};

function readJson(response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(response);
  }
}

function refusalOf(response: Response, text: string): LaurelError {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  const more = Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
  const problem = problemIn(text);
  return problem ? new LaurelError(problem, more) : unreadable(response, more);
}

/** Whoever answers without problem details is not a gateway: mostly a proxy before it. */
function problemIn(text: string): ProblemDetails | undefined {
  try {
    const problem = JSON.parse(text) as Partial<ProblemDetails> | null;
    return typeof problem?.code === 'string' && typeof problem.status === 'number'
      ? (problem as ProblemDetails)
      : undefined;
  } catch {
    return undefined;
  }
}

const unreadable = ({ status, url }: Response, more: { readonly retryAfterSeconds?: number } = {}): LaurelError =>
  new LaurelError(
    { status, code: 'sdk.unreadable', detail: `What answered at ${url.split('?')[0]} is not a gateway.` },
    more,
  );
