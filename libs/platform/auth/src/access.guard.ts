import { Injectable, Optional } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { err, ok } from '@laurel/kernel';
import type { DomainError, Result } from '@laurel/kernel';
import { ProblemException, orThrow } from '@laurel/platform-http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_METADATA } from './access.decorator.js';
import type { RouteAccess } from './access.decorator.js';
import { authErrors } from './auth.errors.js';
import { bearerTokenOf } from './bearer-token.js';
import type { Credential } from './credential.js';
import { CredentialVerifier } from './credential.verifier.js';
import { setCredential } from './current-credential.decorator.js';
import { Proofs, setProof } from './proof.js';
import { chargeRequest } from './limits/charge-request.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { reachesBoard } from './reaches-board.js';
import { SessionVerifier } from './sessions/session.verifier.js';
import { Tickets } from './tickets/tickets.js';

type PlayerCredential = Extract<Credential, { kind: 'player_token' }>;
type PermissionAccess = Extract<RouteAccess, { kind: 'permission' }>;
type GuardedAccess = Exclude<RouteAccess, { kind: 'public' }>;

/**
 * Lets a request through when its credential has the permission its route asks for. Guards HTTP alone: Kafka handlers have
 * no caller, and the live feed authenticates by its first frame.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  /** What each handler asks for: read from its metadata once, by the controller whose handler it is. */
  private readonly known = new WeakMap<object, WeakMap<object, RouteAccess>>();

  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: CredentialVerifier,
    @Optional() private readonly sessions?: SessionVerifier,
    @Optional() private readonly limiter?: RateLimiter,
    @Optional() private readonly proofs?: Proofs,
    @Optional() private readonly tickets?: Tickets,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') {
      return true;
    }
    const access = this.accessOf(context);
    if (access.kind === 'public') {
      return true;
    }
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const token = bearerTokenOf(request);
    const credential =
      token === undefined ? await this.tokenlessOf(request, access) : orThrow(await this.verifier.verify(token));
    // What is refused costs too: else asking for what one may not would be free.
    const charging = this.limiter && chargeRequest(this.limiter, credential, 1, http.getResponse<FastifyReply>());
    if (charging) await charging;
    orThrow(authorize(credential, access, request.params));
    setCredential(request, credential);
    return true;
  }

  /** Who sends no bearer token may have a ticket, or be signed in. */
  private async tokenlessOf(request: FastifyRequest, access: GuardedAccess): Promise<Credential> {
    const ticket = access.kind === 'credential' && access.tickets ? ticketIn(request.query) : undefined;
    if (ticket === undefined || !this.tickets || !this.proofs) return this.operatorOf(request);
    const proof = orThrow(await this.tickets.redeem(ticket));
    setProof(request, proof);
    return orThrow(await this.proofs.verify(proof));
  }

  private async operatorOf(request: FastifyRequest): Promise<Credential> {
    const token = this.sessions?.tokenOf(request);
    if (!this.sessions || token === undefined) {
      throw new ProblemException(authErrors.missingCredential('Send `Authorization: Bearer <key or player token>`.'));
    }
    return orThrow(await this.sessions.verify(token, request));
  }

  private accessOf(context: ExecutionContext): RouteAccess {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const ofController = this.known.get(controller) ?? new WeakMap<object, RouteAccess>();
    this.known.set(controller, ofController);
    const access = ofController.get(handler) ?? this.readAccess(handler, controller);
    ofController.set(handler, access);
    return access;
  }

  private readAccess(...targets: Parameters<Reflector['getAllAndOverride']>[1]): RouteAccess {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS_METADATA, targets);
    if (!access) {
      throw new ProblemException(authErrors.forbidden('This route is not open to anyone.'));
    }
    return access;
  }
}

function ticketIn(query: unknown): string | undefined {
  const { ticket } = query as Readonly<Record<string, unknown>>;
  return typeof ticket === 'string' ? ticket : undefined;
}

function authorize(credential: Credential, access: GuardedAccess, params: unknown): Result<void, DomainError> {
  if (access.kind === 'credential') return ok(undefined);
  if (!credential.permissions.includes(access.permission)) {
    return err(authErrors.forbidden(`The credential lacks the permission ${access.permission}.`));
  }
  return credential.kind === 'player_token' ? authorizePlayer(credential, access, params) : ok(undefined);
}

/** Denies unless the route says how a token is kept to what is its player's. */
function authorizePlayer(
  credential: PlayerCredential,
  access: PermissionAccess,
  params: unknown,
): Result<void, DomainError> {
  const { permission, ownPlayer, board, playerTokens } = access;
  const values = params as Readonly<Record<string, string | undefined>>;
  if (permission === 'boards:read') return reachesBoard(credential, board && values[board]);
  if (playerTokens || (ownPlayer && values[ownPlayer] === credential.playerId)) return ok(undefined);
  const isRead = permission === 'players:read';
  return err(
    authErrors.forbidden(
      isRead ? 'A player token reads its own player only.' : 'This route is not open to player tokens.',
    ),
  );
}
