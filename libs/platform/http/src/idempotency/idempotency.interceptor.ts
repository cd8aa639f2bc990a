import { hash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, catchError, from, mergeMap, of, throwError } from 'rxjs';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import {
  type IdempotentCaller,
  IdempotencyStore,
  IdempotentCallers,
  type StoredAnswer,
} from './idempotency-store.port.js';
import { IDEMPOTENT_METADATA } from './idempotent.decorator.js';
import { seal, unseal } from './seal.js';

const KEY_HEADER = 'idempotency-key';
const REPLAYED_HEADER = 'idempotent-replayed';
const KEY = /^[\x20-\x7e]{1,255}$/;

/** One request with a key. */
interface Keyed {
  readonly id: string;
  /** Of this attempt alone. */
  readonly owner: string;
  readonly fingerprint: string;
  readonly caller: IdempotentCaller;
}

/**
 * Makes routes with `@Idempotent` act once per key. Successes are kept for a day; after an error the key is free again, since a
 * refusal changed nothing and a failure is worth another try.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: IdempotencyStore,
    private readonly callers: IdempotentCallers,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (!this.reflector.get<boolean | undefined>(IDEMPOTENT_METADATA, context.getHandler())) return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const caller = this.callers.of(request);
    const key = request.headers[KEY_HEADER];
    if (key === undefined || !caller) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw new ProblemException(INVALID_KEY);
    const reply = http.getResponse<FastifyReply>();
    const keyed = keyedRequest(request, key, caller);
    const claim = await this.store.claim(keyed.id, keyed.owner);
    if (claim.state === 'in_flight') throw new ProblemException(IN_FLIGHT);
    if (claim.state === 'claimed') return this.act(keyed, reply, next);
    if (claim.fingerprint !== keyed.fingerprint) throw new ProblemException(REUSED);
    return of(replay(keyed, reply, claim.answer));
  }

  private act(keyed: Keyed, reply: FastifyReply, next: CallHandler): Observable<unknown> {
    const { id, owner, fingerprint, caller } = keyed;
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const body = seal(answer === undefined ? '' : JSON.stringify(answer), caller.secret, id);
        await this.store.complete(id, owner, fingerprint, { status: reply.statusCode, body });
        return answer;
      }),
      catchError((error: unknown) =>
        // A key that can't be given back is free again by itself.
        from(this.store.release(id, owner).catch(() => undefined)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }
}

function keyedRequest(request: FastifyRequest, key: string, caller: IdempotentCaller): Keyed {
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  return {
    id: digest([caller.id, route, key]),
    owner: randomUUID(),
    fingerprint: digest([request.url, request.body ?? null]),
    caller,
  };
}

const digest = (parts: readonly unknown[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

function replay({ id, caller }: Keyed, reply: FastifyReply, { status, body }: StoredAnswer): unknown {
  const text = unseal(body, caller.secret, id);
  void reply.status(status).header(REPLAYED_HEADER, 'true');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

const INVALID_KEY = httpErrors.invalidIdempotencyKey('Send 1 to 255 printable ASCII characters, once.');
const IN_FLIGHT = httpErrors.idempotencyKeyInFlight('Ask again when the first request has been answered.', {
  retryAfterSeconds: 1,
});
const REUSED = httpErrors.idempotencyKeyReused('Another request was sent with this key. Every request needs its own.');
