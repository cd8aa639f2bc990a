import { Injectable } from '@nestjs/common';
import { type IdempotentCaller, IdempotentCallers } from '@laurel/platform-http';
import type { FastifyRequest } from 'fastify';
import { actorOf } from './credential.js';
import { credentialOf } from './current-credential.decorator.js';

/** Gives each credential of each workspace idempotency keys of its own. */
@Injectable()
export class CredentialCallers extends IdempotentCallers {
  override of(request: FastifyRequest): IdempotentCaller | undefined {
    const credential = credentialOf(request);
    if (!credential) return undefined;
    const { kind, id } = actorOf(credential);
    return { id: JSON.stringify([credential.workspace, kind, id]), secret: request.headers.authorization ?? '' };
  }
}
