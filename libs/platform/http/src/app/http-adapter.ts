import { FastifyAdapter } from '@nestjs/platform-fastify';
import { requestIdFor } from '../request/request-id.js';

export interface HttpAdapterOptions {
  /** Largest body as sent, in bytes. Default: 1 MiB. */
  readonly bodyLimitBytes?: number;
}

const DEFAULT_BODY_LIMIT_BYTES = 1_048_576;

/** Fastify as every Laurel app sets it up, in production and in tests. */
export function httpAdapter({ bodyLimitBytes = DEFAULT_BODY_LIMIT_BYTES }: HttpAdapterOptions = {}): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    genReqId: requestIdFor,
    logger: false,
    // While closing, requests that arrive on open connections are served, and told that the connection ends.
    return503OnClosing: false,
    // Laurel uses Fastify's hooks: no Express-style middleware, and none of its cost on every request.
    skipMiddie: true,
  });
}
