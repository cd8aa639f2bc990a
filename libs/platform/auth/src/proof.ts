import { Injectable, Optional } from '@nestjs/common';
import { type DomainError, type Result, err } from '@laurel/kernel';
import type { FastifyRequest } from 'fastify';
import { authErrors } from './auth.errors.js';
import { bearerTokenOf } from './bearer-token.js';
import type { Credential } from './credential.js';
import { CredentialVerifier } from './credential.verifier.js';
import { SessionVerifier } from './sessions/session.verifier.js';

/** What a caller showed to be who it is: kept by what has to ask again later whether that still holds. A secret. */
export interface Proof {
  /** A key or player token, or the token of an operator's session. */
  readonly kind: 'bearer' | 'session';
  readonly token: string;
}

const PROOF = Symbol('laurel.proof');

interface Proven {
  [PROOF]?: Proof;
}

/** Ties what a ticket stands for to the request that used it; done by the guard alone. */
export const setProof = (request: object, proof: Proof): void => {
  (request as Proven)[PROOF] = proof;
};

/** Verifies callers again, for what lasts longer than one request. */
@Injectable()
export class Proofs {
  constructor(
    private readonly verifier: CredentialVerifier,
    @Optional() private readonly sessions?: SessionVerifier,
  ) {}

  /** What a request was let in by. */
  of(request: FastifyRequest): Proof | undefined {
    const ofTicket = (request as Proven)[PROOF];
    if (ofTicket) return ofTicket;
    const bearer = bearerTokenOf(request);
    if (bearer !== undefined) return { kind: 'bearer', token: bearer };
    const session = this.sessions?.tokenOf(request);
    return session === undefined ? undefined : { kind: 'session', token: session };
  }

  /**
   * Errors: `auth.invalid_credential`, `auth.expired_key`, `auth.expired_token`, `auth.unavailable`. A session that is asked for here
   * is not used by it: watching keeps nobody signed in.
   */
  async verify({ kind, token }: Proof): Promise<Result<Credential, DomainError>> {
    if (kind === 'bearer') return this.verifier.verify(token);
    return (await this.sessions?.find(token)) ?? err(NO_SESSIONS);
  }
}

const NO_SESSIONS: DomainError = authErrors.invalidCredential('Operators cannot call this gateway.');
