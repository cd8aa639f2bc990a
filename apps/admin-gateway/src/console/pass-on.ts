import httpProxy from '@fastify/http-proxy';
import { ProblemException, httpErrors } from '@laurel/platform-http';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** How long a gateway may take to begin its answer: longer than any of its routes waits. */
const ANSWER_TIMEOUT_MS = 60_000;
/** Answers that stream send something at least every 15 s. */
const SILENCE_TIMEOUT_MS = 60_000;

/** A part `..`, in whichever way its dots and slashes are written: it would lead out of the public API. */
const CLIMBS = /(\/|\\|%2f|%5c)(\.|%2e){2}(\/|\\|%2f|%5c|$)/i;

/** What is about one connection, not about what is passed over it: this gateway and the other each say it for themselves. */
const OF_CONNECTIONS: readonly string[] = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const log = new Logger('console');

/**
 * Passes requests under `<prefix>/…` on to the same path of another gateway, bodies and answers as they stream. Only its public API:
 * the prefix ends in `/v1`. What it answers goes back as it is, problems too.
 */
export function passOn(fastify: FastifyInstance, prefix: string, upstream: string): void {
  void fastify.register((scope, _options, done) => {
    // Bodies are not read here, whatever their type.
    scope.removeAllContentTypeParsers();
    scope.addHook('onRequest', (request, _reply, next) => {
      if (!CLIMBS.test(request.url.split('?')[0] ?? '')) return next();
      next(new ProblemException(httpErrors.malformedRequest('No part of the address may be “..”.')));
    });
    void scope.register(httpProxy, {
      upstream,
      prefix,
      rewritePrefix: '/v1',
      undici: {
        headersTimeout: ANSWER_TIMEOUT_MS,
        bodyTimeout: SILENCE_TIMEOUT_MS,
        // As many as come here: with a bound, a few who send their bodies slowly would hold up everyone.
        connections: null,
        // The proxy's own default trusts any certificate.
        connect: { rejectUnauthorized: true },
      },
      replyOptions: {
        // Whoever asks knows best whether to ask again: by default the proxy would, ten times at once, after each 503.
        retryDelay: () => null,
        rewriteRequestHeaders: ({ id, method }, headers) => ({
          ...passable(headers, method === 'GET' || method === 'HEAD' ? ['content-length'] : []),
          'x-request-id': id,
        }),
        rewriteHeaders: (headers) => passable(headers),
        onError: (reply, { error }) => {
          log.warn({ err: error, upstream }, 'console.upstream_away');
          void reply.send(new ProblemException(httpErrors.unavailable('The gateway behind this address is away.')));
        },
      },
    });
    done();
  });
}

/** Headers without those of the connection that they came over. */
function passable<Headers extends object>(headers: Headers, more: readonly string[] = []): Headers {
  const kept = Object.entries(headers).filter(([name]) => !OF_CONNECTIONS.includes(name) && !more.includes(name));
  return Object.fromEntries(kept) as Headers;
}
