import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type LookupFunction, isIP } from 'node:net';
import { type Reach, isLoopback, isReachable } from './public-address.js';

export interface FetchLimits {
  readonly reach: Reach;
  /** For everything from the look-up of the name to the last byte, ms. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/**
 * Reads a JSON document from an address that somebody else chose. Only public addresses are called, and the one that is called is the
 * one that was checked, so that a name can't lead elsewhere in between; redirects are not followed, and nothing is inflated.
 *
 * @throws Error that says why not, without anything of the answer
 */
export async function fetchJson(url: URL, { reach, timeoutMs, maxBytes }: FetchLimits): Promise<unknown> {
  const problem = problemOfUrl(url, reach);
  if (problem !== undefined) throw new Error(problem);
  const request = open(url, reach, AbortSignal.timeout(timeoutMs));
  try {
    return JSON.parse(await readBody(await answerOf(request), maxBytes)) as unknown;
  } finally {
    request.destroy();
  }
}

/** Why an address is refused whatever its name leads to; undefined for one that can be tried. */
export function problemOfUrl({ protocol, hostname, username, password, hash }: URL, reach: Reach): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocal = reach === 'loopback' && (host === 'localhost' || isLoopback(host));
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return 'must be an https: URL';
  if (username !== '' || password !== '' || hash !== '') return 'must not hold a user, a password or a fragment';
  // A name is checked when it is looked up; an address is not looked up.
  if (isIP(host) !== 0 && !isReachable(host, reach)) return 'must not lead to a private or reserved address';
  return undefined;
}

function open(url: URL, reach: Reach, signal: AbortSignal): ClientRequest {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { accept: 'application/json', 'accept-encoding': 'identity' };
  const request = send(url, { headers, signal, lookup: checkedLookup(reach), agent: false });
  request.end();
  return request;
}

/** Answers as `dns.lookup`, and fails if any address of the name is refused. */
const checkedLookup =
  (reach: Reach): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), '');
      if (addresses.some(({ address }) => !isReachable(address, reach))) {
        return callback(new Error('the name leads to a private or reserved address'), '');
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };

const answerOf = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      // An error after the answer began is one of reading it.
      request.on('error', () => undefined);
      if (response.statusCode === 200 && !response.headers['content-encoding']) resolve(response);
      else reject(new Error(`the answer was ${response.statusCode}, not a plain 200`));
    });
  });

async function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
