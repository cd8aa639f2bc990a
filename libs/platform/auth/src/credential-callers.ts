import { Injectable, Optional } from '@nestjs/common';
import { type IdempotentCaller, IdempotentCallers } from '@laurel/platform-http';
import type { FastifyRequest } from 'fastify';
import { bearerTokenOf } from './bearer-token.js';
import { actorOf } from './credential.js';
import { credentialOf } from './current-credential.decorator.js';
import { SessionVerifier } from './sessions/session.verifier.js';

/** Gives each credential of each workspace idempotency keys of its own; of an operator, each session. */
@Injectable()
export class CredentialCallers extends IdempotentCallers {
  constructor(@Optional() private readonly sessions?: SessionVerifier) {
    super();
  }

  override of(request: FastifyRequest): IdempotentCaller | undefined {
    const credential = credentialOf(request);
    if (!credential) return undefined;
    const { kind, id } = actorOf(credential);
    if (credential.kind === 'operator') {
      const secret = this.sessions?.tokenOf(request) ?? '';
      return { id: JSON.stringify([credential.workspace, kind, id, credential.sessionId]), secret };
    }
    return { id: JSON.stringify([credential.workspace, kind, id]), secret: bearerTokenOf(request) ?? '' };
  }
}
