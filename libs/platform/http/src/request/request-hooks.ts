import type { FastifyInstance } from 'fastify';
import { REQUEST_ID_HEADER } from './request-id.js';
import { runInRequest } from './request-context.js';

/** Answers are data for programs: never sniffed, framed, run or kept by a cache that was not told to. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** Gives every request its context and every answer its request id and security headers. */
export function addRequestHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header(REQUEST_ID_HEADER, request.id);
    // Fastify keeps the context through the reading of a body.
    runInRequest({ requestId: request.id }, done);
  });
}
