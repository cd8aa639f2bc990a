import { createPublicKey, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { err, ok } from '@laurel/kernel';
import type { Clock, DomainError, Result } from '@laurel/kernel';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { authErrors } from './auth.errors.js';
import { PLAYER_TOKEN_PERMISSIONS, type Permission } from './permission.js';
import { PLAYER_TOKEN, requireP256 } from './player-token.js';
import type { PlayerTokenClaims } from './player-token.js';

/**
 * Verified tokens remembered, so that a signature is checked once per token and not once per request: more than an instance has
 * connections, since the token of each is verified again and again while it is open.
 */
const CAPACITY = 25_000;

/** Verifies player tokens with passport-jwt, for HTTP requests and WebSocket frames alike. */
export class PlayerTokenVerifier {
  private readonly strategy: Strategy;
  private readonly verified = new Map<string, PlayerTokenClaims>();

  /**
   * @param publicKeyPem EC P-256
   * @throws when the key is not one
   */
  constructor(
    publicKeyPem: string,
    private readonly clock: Clock,
  ) {
    this.strategy = strategyFor(requireP256(createPublicKey(publicKeyPem)));
  }

  async verify(token: string): Promise<Result<PlayerTokenClaims, DomainError>> {
    const fingerprint = hash('sha256', token, 'base64');
    const claims = this.verified.get(fingerprint) ?? (await this.authenticate(token));
    if (!claims) {
      return err(authErrors.invalidCredential('The player token is malformed or was not signed by this Laurel.'));
    }
    if (claims.expiresAt <= this.clock.now()) {
      this.verified.delete(fingerprint);
      return err(authErrors.expiredToken('Mint a new player token with a secret key.'));
    }
    this.remember(fingerprint, claims);
    return ok(claims);
  }

  /** The library checks all of a token but its type. */
  private async authenticate(token: string): Promise<PlayerTokenClaims | undefined> {
    return typeOf(token) === 'JWT' ? authenticate(this.strategy, token) : undefined;
  }

  private remember(fingerprint: string, claims: PlayerTokenClaims): void {
    this.verified.set(fingerprint, claims);
    const [oldest] = this.verified.keys();
    if (this.verified.size > CAPACITY && oldest !== undefined) {
      this.verified.delete(oldest);
    }
  }
}

function strategyFor(key: KeyObject): Strategy {
  return new Strategy(
    {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // jsonwebtoken takes a KeyObject, which saves it parsing PEM per token; passport-jwt's types name only PEM.
      secretOrKey: key as unknown as Buffer,
      algorithms: [PLAYER_TOKEN.algorithm],
      issuer: PLAYER_TOKEN.issuer,
      audience: PLAYER_TOKEN.audience,
      // `verify` compares `exp` with the clock, for remembered tokens as well.
      ignoreExpiration: true,
    },
    (payload: unknown, done: (error: unknown, claims?: PlayerTokenClaims | false) => void) => {
      done(null, readClaims(payload) ?? false);
    },
  );
}

function typeOf(token: string): unknown {
  try {
    const [header = ''] = token.split('.');
    return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { typ?: unknown } | null)?.typ;
  } catch {
    return undefined;
  }
}

/** Runs the strategy outside of an HTTP framework, as passport itself does: on an object of its own per attempt. */
function authenticate(strategy: Strategy, token: string): Promise<PlayerTokenClaims | undefined> {
  return new Promise((resolve, reject) => {
    const attempt = Object.create(strategy) as Strategy;
    attempt.success = (claims: PlayerTokenClaims) => resolve(claims);
    attempt.fail = () => resolve(undefined);
    attempt.error = reject;
    const request = { headers: { authorization: `Bearer ${token}` } };
    attempt.authenticate(request as Parameters<Strategy['authenticate']>[0]);
  });
}

/** What a token says; undefined unless it says it in full. Scopes are younger than tokens: without one the usual ones hold. */
function readClaims(payload: unknown): PlayerTokenClaims | undefined {
  const { ws, sub, exp, permissions, boards } = payload as Readonly<Record<string, unknown>>;
  if (typeof ws !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') return undefined;
  if (![permissions, boards].every((list) => list === undefined || isTextList(list))) return undefined;
  return {
    workspace: ws,
    playerId: sub,
    expiresAt: exp * 1000,
    permissions: isTextList(permissions) ? mintable(permissions) : PLAYER_TOKEN_PERMISSIONS,
    ...(isTextList(boards) ? { boards } : {}),
  };
}

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const mintable = (names: readonly string[]): readonly Permission[] =>
  PLAYER_TOKEN_PERMISSIONS.filter((permission) => names.includes(permission));
