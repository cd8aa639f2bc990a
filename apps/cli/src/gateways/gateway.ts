import type { ProblemDetails } from '@laurel/contracts';
import { UnreachableError } from '../exit-codes.js';

const ANSWER_MS = 60_000;

/** Which gateway, and who asks it. */
export interface GatewaySettings {
  /** As people call it: `admin gateway`. */
  readonly name: string;
  readonly url: string;
  /** How its address is given, for who has to give another. */
  readonly option: string;
  /** Sent with every request; without one, the requests are a stranger's. */
  readonly key?: string | undefined;
  /** How long it may take to answer, in ms. */
  readonly answerMs?: number;
}

/** What a gateway answered, with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where the body is no JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request; `body` is sent as JSON, `content` as it is. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly content?: { readonly type: string; readonly text: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** A gateway as a client sees it: its public API, with one credential. */
export class Gateway {
  constructor(private readonly settings: GatewaySettings) {}

  /** The same gateway as somebody else sees it; undefined: a stranger. */
  as(key: string | undefined): Gateway {
    return new Gateway({ ...this.settings, key });
  }

  /** @throws UnreachableError when nothing answers there; a refusal is an answer */
  async call({ method, path, body, content, headers }: Call): Promise<Answer> {
    const { name, url, option, key, answerMs = ANSWER_MS } = this.settings;
    const sent = body === undefined ? content : { type: 'application/json', text: JSON.stringify(body) };
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
        method,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(sent === undefined ? {} : { 'content-type': sent.type }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent.text }),
        // A redirect would carry the key to another server.
        redirect: 'manual',
        signal: AbortSignal.timeout(answerMs),
      });
      return { status: response.status, headers: response.headers, body: toObject(await response.text()) };
    } catch (error) {
      throw new UnreachableError(
        `The ${name} does not answer at ${url}: ${reasonOf(error)}\n` +
          `Start Laurel with "npm start", or name the right address by ${option}.`,
      );
    }
  }
}

function toObject(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Answer['body']) : {};
  } catch {
    return {};
  }
}

/** `fetch` says no more than that it failed; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}

/** The problem of an answer that is a refusal; undefined of any other, and where something else than Laurel answered. */
export const problemOf = ({ status, body }: Answer): ProblemDetails | undefined =>
  status >= 400 && typeof body['code'] === 'string' ? (body as unknown as ProblemDetails) : undefined;

/** The page in the repository that explains a code. */
export const pageOf = (code: string): string => `docs/errors/${code}.md`;
