import { setTimeout as delay } from 'node:timers/promises';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const ATTEMPT_TIMEOUT_MS = 10_000;
const POLL_MS = 50;

/** Laurel's public APIs with a secret key, for what is not measured. */
export class LaurelApi {
  readonly #secretKey: string;
  readonly #signal: AbortSignal;

  constructor(secretKey: string, signal: AbortSignal) {
    this.#secretKey = secretKey;
    this.#signal = signal;
  }

  /** @throws Error that quotes the answer when it is none of success */
  async get<T>(url: string): Promise<T> {
    return this.#expectOk('GET', url, await this.#send('GET', url)) as T;
  }

  /** @throws Error that quotes the answer when it is none of success */
  async post<T>(url: string, body: unknown): Promise<T> {
    return this.#expectOk('POST', url, await this.#send('POST', url, body)) as T;
  }

  /** @throws Error that quotes the answer when it is none of success */
  async put<T>(url: string, body: unknown): Promise<T> {
    return this.#expectOk('PUT', url, await this.#send('PUT', url, body)) as T;
  }

  /**
   * Reads until the answer is as wanted.
   *
   * @throws Error that quotes the last answer after `timeoutMs`
   */
  async until<T>(url: string, isAsWanted: (body: T) => boolean, timeoutMs: number): Promise<T> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const { status, body } = await this.#send('GET', url);
      if (status === 200 && isAsWanted(body as T)) return body as T;
      if (performance.now() > deadline) {
        throw new Error(`${url} still answers ${status} ${JSON.stringify(body).slice(0, 300)} after ${timeoutMs} ms`);
      }
      await delay(POLL_MS, undefined, { signal: this.#signal });
    }
  }

  #expectOk(method: string, url: string, { status, body }: Answer): unknown {
    if (status >= 200 && status < 300) return body;
    throw new Error(`${method} ${url} answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
  }

  async #send(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<Answer> {
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${this.#secretKey}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }
}
