import { toProblem } from '@laurel/contracts';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { httpErrors } from '../problem/http.errors.js';
import { transportOf } from '../problem/http-status.js';
import { PROBLEM_MEDIA_TYPE } from '../problem/problem.filter.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerConnectionError } from '../problem/connection-error.js';
import { REQUEST_ID_HEADER, requestIdFor } from '../request/request-id.js';

export interface HttpAdapterOptions {
  /** Largest body as sent, in bytes. Default: 1 MiB. */
  readonly bodyLimitBytes?: number;
  /** How long one request, headers and body, may take to arrive, in ms. Default: 30 s. */
  readonly requestTimeoutMs?: number;
}

export const DEFAULT_BODY_LIMIT_BYTES = 1_048_576;

const DEFAULT_REQUEST_TIMEOUT_MS = 30_000;
/** Headers come in one or two packets, whatever the body. */
const MOST_HEADERS_TIMEOUT_MS = 10_000;
/** How often connections are looked at: the grain of both timeouts. */
const MOST_CHECK_MS = 5_000;

/** A customer id of 128 characters, each of four bytes, each written as `%XX`. */
const MAX_PARAM_LENGTH = 128 * 4 * 3;

/** Fastify as every Laurel app sets it up, in production and in tests. */
export function httpAdapter({
  bodyLimitBytes = DEFAULT_BODY_LIMIT_BYTES,
  requestTimeoutMs = DEFAULT_REQUEST_TIMEOUT_MS,
}: HttpAdapterOptions = {}): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    // Who sends a byte at a time, or half a request, may not keep a connection for ever.
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: Math.min(requestTimeoutMs, MOST_HEADERS_TIMEOUT_MS),
      connectionsCheckingInterval: Math.min(Math.ceil(requestTimeoutMs / 4), MOST_CHECK_MS),
    },
    clientErrorHandler: answerConnectionError,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    // What Fastify refuses before any route: paths that can't be decoded, parameters that are too long.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = httpErrors.malformedRequest(`${error.message}.`);
      const { status } = transportOf(problem.kind);
      void reply
        .status(status)
        .headers({ 'content-type': PROBLEM_MEDIA_TYPE, [REQUEST_ID_HEADER]: request.id })
        .send(JSON.stringify(toProblem(problem, status, request.id)));
    },
    genReqId: requestIdFor,
    logger: false,
    // While closing, requests that arrive on open connections are served, and told that the connection ends.
    return503OnClosing: false,
    // Laurel uses Fastify's hooks: no Express-style middleware, and none of its cost on every request.
    skipMiddie: true,
  });
}
