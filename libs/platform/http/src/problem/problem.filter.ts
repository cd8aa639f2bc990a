import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { toProblem } from '@laurel/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { transportOf } from './http-status.js';
import { toProblemException } from './to-problem-exception.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** Answers every error of HTTP routes as RFC 9457 problem details. Errors of 5xx that nobody declared are logged whole. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') {
      this.log.error({ err: thrown, context: host.getType() }, 'handler.failed');
      return;
    }
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { error, status: ownStatus, headers } = toProblemException(thrown);
    const status = ownStatus ?? transportOf(error.kind).status;
    if (error.kind === 'internal') {
      this.log.error(thrown instanceof Error ? { err: thrown } : { thrown }, 'http.failed');
    }
    if (error.kind === 'unauthenticated') {
      reply.header('www-authenticate', 'Bearer');
    }
    if (error.retryAfterSeconds !== undefined) {
      reply.header('retry-after', String(error.retryAfterSeconds));
    }
    void reply
      .status(status)
      .headers(headers)
      .header('content-type', PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(toProblem(error, status, request.id)));
  }
}
