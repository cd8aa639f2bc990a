import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CredentialVerifier, RateLimiter, chargeRequest, reachesBoard } from '@laurel/platform-auth';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { JSON_MEDIA_TYPE } from '../reading/answer-json.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, pageQuery, readQuery } from '../reading/board-query.js';
import { GetPageHandler } from './get-page.handler.js';

const ROUTE = '/v1/leaderboards/:key';
const PERMISSION = 'boards:read';
const BEARER = 'Bearer ';

/**
 * Answers first pages ahead of Nest's router, which costs more than such a page itself: they are shared, and by far the most
 * read. Everything else, every refusal included, is left to `GetPageController`, which has the same handler.
 */
@Injectable()
export class FirstPageShortcut implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly verifier: CredentialVerifier,
    private readonly handler: GetPageHandler,
    @Optional() private readonly limiter?: RateLimiter,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('preHandler', (request, reply, done) => {
      if (request.routeOptions.url !== ROUTE || request.method !== 'GET') return done();
      this.answer(request, reply).then(
        (page) => (page ? void reply.header('content-type', JSON_MEDIA_TYPE).send(page) : done()),
        // The controller meets the same failure or spent budget, and says it as problem details.
        () => done(),
      );
    });
  }

  /** The page, if all there is about the request is as it should be; undefined otherwise. */
  private async answer({ headers, params, query }: FastifyRequest, reply: FastifyReply): Promise<Buffer | undefined> {
    const read = readQuery(pageQuery, query as QueryValues);
    if (!read.ok || read.value.cursor !== undefined || !headers.authorization?.startsWith(BEARER)) return undefined;
    const verified = await this.verifier.verify(headers.authorization.slice(BEARER.length));
    if (!verified.ok || !verified.value.permissions.includes(PERMISSION)) return undefined;
    const { key } = params as { readonly key: string };
    if (!reachesBoard(verified.value, key).ok) return undefined;
    const page = await this.handler.execute({ ...boardRead(verified.value, key), ...read.value });
    if (!page.ok) return undefined;
    // Only what is answered here: the guard charges what is left to it.
    const charging = chargeRequest(this.limiter, verified.value, 1, reply);
    if (charging) await charging;
    return page.value;
  }
}
