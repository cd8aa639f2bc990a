import { Injectable } from '@nestjs/common';
import { type IdempotentCaller, IdempotentCallers } from '@laurel/platform-http';
import type { FastifyRequest } from 'fastify';
import { actorOf } from './credential.js';
import { credentialOf } from './current-credential.decorator.js';
import { Proofs } from './proof.js';

/** Gives each credential of each workspace idempotency keys of its own; of an operator, each session. */
@Injectable()
export class CredentialCallers extends IdempotentCallers {
  constructor(private readonly proofs: Proofs) {
    super();
  }

  override of(request: FastifyRequest): IdempotentCaller | undefined {
    const credential = credentialOf(request);
    if (!credential) return undefined;
    const { kind, id } = actorOf(credential);
    const session = credential.kind === 'operator' ? [credential.sessionId] : [];
    const secret = this.proofs.of(request)?.token ?? '';
    return { id: JSON.stringify([credential.workspace, kind, id, ...session]), secret };
  }
}
