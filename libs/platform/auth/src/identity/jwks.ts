import type { Clock } from '@laurel/kernel';
import { type Reach, fetchJson } from '@laurel/platform-http';
import { type JSONWebKeySet, type JWTVerifyGetKey, createLocalJWKSet, errors } from 'jose';

/** Bytes of a key set; a key of RSA is 1 kB at most. */
const MAX_BYTES = 65_536;
const TIMEOUT_MS = 5_000;
/** Keys of this age are read again, behind the tokens that they verify. */
const FRESH_MS = 10 * 60_000;
/** Pause between two reads, whatever tokens name: how often an unknown `kid` can make Laurel ask. */
const COOLDOWN_MS = 30_000;
/** How long keys outlive an address that does not answer. */
const OUTAGE_MS = 24 * 60 * 60_000;

/** The keys cannot be read, and there are none that were read before. */
export class JwksUnavailable extends Error {
  override readonly name = 'JwksUnavailable';
}

/** @throws Error when the document is no key set that can verify something */
export async function readJwks(url: string, reach: Reach): Promise<JSONWebKeySet> {
  const document = await fetchJson(new URL(url), { reach, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
  const { keys } = Object(document) as { keys?: unknown };
  // A shared secret in a public document would be everybody's.
  if (!Array.isArray(keys) || !keys.every(isPublic)) throw new Error('the document is no set of public keys');
  return { keys: keys as JSONWebKeySet['keys'] };
}

const isPublic = (key: unknown): boolean => {
  const { kty, d } = Object(key) as { kty?: unknown; d?: unknown };
  return typeof kty === 'string' && kty !== 'oct' && d === undefined;
};

/** The keys of one address, in memory. A token chooses among them by its `kid`, and nothing in a token chooses what is read. */
export class Jwks {
  private keys: JWTVerifyGetKey | undefined;
  private readAt = Number.NEGATIVE_INFINITY;
  private triedAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly reach: Reach,
    private readonly clock: Clock,
  ) {}

  /** @throws JwksUnavailable; JOSEError when no key fits */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (!this.keys || this.ageMs >= OUTAGE_MS) await this.readAgain();
    else if (this.ageMs >= FRESH_MS) void this.readAgain();
    if (!this.keys || this.ageMs >= OUTAGE_MS) throw new JwksUnavailable();
    try {
      return await this.keys(header, token);
    } catch (error) {
      // The provider may have a new key. Nobody learns of one more often than the pause allows.
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(await this.readAgain())) throw error;
      return await this.keys(header, token);
    }
  };

  private get ageMs(): number {
    return this.clock.now() - this.readAt;
  }

  /** Reads the keys unless that was tried just now; one read for many callers. @returns whether it was read or is being read */
  private async readAgain(): Promise<boolean> {
    if (!this.reading) {
      if (this.clock.now() - this.triedAt < COOLDOWN_MS) return false;
      this.triedAt = this.clock.now();
      this.reading = this.read().finally(() => (this.reading = undefined));
    }
    await this.reading;
    return true;
  }

  /** What can't be read leaves the keys as they are. */
  private async read(): Promise<void> {
    const askedAt = this.clock.now();
    const jwks = await readJwks(this.url, this.reach).catch(() => undefined);
    if (!jwks) return;
    this.keys = createLocalJWKSet(jwks);
    this.readAt = askedAt;
  }
}
