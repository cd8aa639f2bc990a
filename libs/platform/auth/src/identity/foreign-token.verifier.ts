import { hash } from 'node:crypto';
import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { Reach } from '@laurel/platform-http';
import { type JWTPayload, decodeJwt, errors, jwtVerify } from 'jose';
import { authErrors } from '../auth.errors.js';
import { CachedLookup } from '../cached-lookup.js';
import { PLAYER_TOKEN_PERMISSIONS } from '../permission.js';
import { PLAYER_TOKEN, type PlayerTokenClaims } from '../player-token.js';
import type { IdentityProvider, IdentityProviders } from './identity-provider.js';
import { Jwks, JwksUnavailable } from './jwks.js';

/** Clocks of others differ by this much at most, in seconds. */
const TOLERANCE_SECONDS = 30;
/** How long a verified token is remembered at most, ms: how long a key that its provider took back may live on here. */
const REMEMBERED_MS = 5 * 60_000;
/** Tokens and key sets remembered; the oldest goes first. */
const CAPACITY = 10_000;
/** Longest token that is looked at, in characters. */
const MAX_LENGTH = 8_192;
const MAX_AUDIENCES = 8;

/** `typ` of tokens that say who calls. Others (DPoP proofs, logout tokens) are signed by the same keys for something else. */
const TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];
/** A player's id, as events have it. */
const PLAYER_ID = /^[^\u0000-\u001f\u007f-\u009f\ud800-\udfff]{1,128}$/u;

interface Remembered {
  readonly claims: PlayerTokenClaims;
  readonly revision: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

type Providers = ReadonlyMap<string, IdentityProvider>;

/** Verifies player tokens that others signed, by the keys that their workspace named. */
export class ForeignTokenVerifier {
  private readonly providers: CachedLookup<Providers>;
  private readonly keySets = new Map<string, Jwks>();
  private readonly verified = new Map<string, Remembered>();

  constructor(
    store: IdentityProviders,
    private readonly reach: Reach,
    private readonly clock: Clock,
  ) {
    const find = async (): Promise<Providers> =>
      new Map((await store.all()).map((provider) => [nameOf(provider.issuer, provider.audience), provider]));
    this.providers = new CachedLookup({ find }, clock);
  }

  /** Errors: `auth.invalid_credential`, `auth.expired_token`, `auth.unavailable`. */
  async verify(token: string, payload: JWTPayload): Promise<Result<PlayerTokenClaims, DomainError>> {
    let provider: IdentityProvider | undefined;
    try {
      provider = providerOf(payload, (await this.providers.find('all')) ?? new Map());
    } catch {
      return err(PROVIDERS_AWAY);
    }
    if (!provider) return err(UNKNOWN_ISSUER);
    const fingerprint = hash('sha256', token, 'base64');
    const known = this.verified.get(fingerprint);
    if (known && known.revision === provider.revision && known.until > this.clock.now()) return ok(known.claims);
    this.verified.delete(fingerprint);
    const claims = await this.check(token, provider);
    if (claims.ok) this.remember(fingerprint, provider.revision, claims.value);
    return claims;
  }

  private async check(token: string, provider: IdentityProvider): Promise<Result<PlayerTokenClaims, DomainError>> {
    const nowMs = this.clock.now();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keysOf(provider.jwksUrl).find, {
        algorithms: [...provider.algorithms],
        issuer: provider.issuer,
        audience: provider.audience,
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: new Date(nowMs),
        requiredClaims: ['exp'],
      });
      const isFromLater = payload.iat !== undefined && payload.iat > nowMs / 1_000 + TOLERANCE_SECONDS;
      if (isFromLater || !TYPES.includes(protectedHeader.typ?.toLowerCase())) return err(INVALID);
      const claims = claimsOf(payload, provider);
      return claims ? ok(claims) : err(NO_PLAYER);
    } catch (error) {
      if (error instanceof JwksUnavailable) return err(KEYS_AWAY);
      return err(error instanceof errors.JWTExpired ? EXPIRED : INVALID);
    }
  }

  private keysOf(url: string): Jwks {
    const known = this.keySets.get(url) ?? new Jwks(url, this.reach, this.clock);
    keep(this.keySets, url, known);
    return known;
  }

  private remember(fingerprint: string, revision: string, claims: PlayerTokenClaims): void {
    const until = Math.min(claims.expiresAt, this.clock.now() + REMEMBERED_MS);
    keep(this.verified, fingerprint, { claims, revision, until });
  }
}

/** What a token of another issuer says, unproven; undefined for tokens of Laurel's own, and for what is no token. */
export function foreignPayloadOf(token: string): JWTPayload | undefined {
  if (token.length > MAX_LENGTH) return undefined;
  try {
    const payload = decodeJwt(token);
    return payload.iss === PLAYER_TOKEN.issuer ? undefined : payload;
  } catch {
    return undefined;
  }
}

const nameOf = (issuer: string, audience: string): string => JSON.stringify([issuer, audience]);

function providerOf({ iss, aud }: JWTPayload, providers: Providers): IdentityProvider | undefined {
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (typeof iss !== 'string' || audiences.length > MAX_AUDIENCES) return undefined;
  const found = audiences.flatMap((one) => providers.get(nameOf(iss, String(one))) ?? []);
  // A token for two workspaces would be one for neither: which one it reaches must not depend on an order.
  return found.length === 1 ? found[0] : undefined;
}

function claimsOf(payload: JWTPayload, provider: IdentityProvider): PlayerTokenClaims | undefined {
  const { workspace, playerIdClaim, permissions, boards } = provider;
  const playerId = Object.hasOwn(payload, playerIdClaim) ? payload[playerIdClaim] : undefined;
  if (typeof playerId !== 'string' || !PLAYER_ID.test(playerId)) return undefined;
  return {
    workspace,
    playerId,
    permissions: PLAYER_TOKEN_PERMISSIONS.filter((permission) => permissions.includes(permission)),
    ...(boards ? { boards } : {}),
    expiresAt: ((payload.exp ?? 0) + TOLERANCE_SECONDS) * 1_000,
  };
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > CAPACITY && oldest !== undefined) map.delete(oldest);
}

const UNKNOWN_ISSUER = authErrors.invalidCredential('No workspace takes tokens of this issuer and audience.');
const INVALID = authErrors.invalidCredential(
  'The token is malformed, is for something else, or has another signature.',
);
const NO_PLAYER = authErrors.invalidCredential('The token names no player in the claim that holds its id.');
const EXPIRED = authErrors.expiredToken('Get a new token from the identity provider.');
const PROVIDERS_AWAY = authErrors.unavailable('Identity providers cannot be looked up right now. Try again.', {
  retryAfterSeconds: 2,
});
const KEYS_AWAY = authErrors.unavailable('The keys of the identity provider cannot be read right now. Try again.', {
  retryAfterSeconds: 30,
});
