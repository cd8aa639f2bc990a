import type { Clock } from '@laurel/kernel';
import type { ApiKeys, StoredKey } from './api-keys.port.js';

interface Entry {
  readonly key: StoredKey | undefined;
  /** When the store last gave this answer. */
  readonly at: number;
}

/** Younger answers are given as they are: how long a revoked key may live. */
const FRESH_MS = 5_000;
/** How long known keys outlive an unreachable store. */
const STALE_MS = 10 * 60_000;
/** Pause between tries while the store is unreachable. */
const RETRY_MS = 1_000;
/** How long a caller with an unknown key waits for the store. */
const LOOKUP_TIMEOUT_MS = 2_000;
const CAPACITY = 10_000;

/**
 * Keeps keys in memory so that requests don't wait for the store: a fresh answer is given at once; an old one too, while it
 * is refreshed behind; and while the store cannot be reached, known keys go on for ten minutes.
 */
export class CachedApiKeys implements ApiKeys {
  private readonly entries = new Map<string, Entry>();
  private readonly lookups = new Map<string, Promise<StoredKey | undefined>>();
  private retryAfter = 0;

  constructor(
    private readonly store: ApiKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws when the key is unknown here and the store cannot be reached in two seconds */
  find(keyId: string): Promise<StoredKey | undefined> {
    const entry = this.entries.get(keyId);
    const age = entry ? this.clock.now() - entry.at : Number.POSITIVE_INFINITY;
    if (entry && age < FRESH_MS) {
      return Promise.resolve(entry.key);
    }
    if (entry?.key && age < STALE_MS) {
      this.refresh(keyId);
      return Promise.resolve(entry.key);
    }
    return withTimeout(this.lookUp(keyId), LOOKUP_TIMEOUT_MS);
  }

  private refresh(keyId: string): void {
    if (this.clock.now() >= this.retryAfter) {
      // The answer is in `entries`; a failure only means that the next request tries again.
      this.lookUp(keyId).catch(() => undefined);
    }
  }

  private lookUp(keyId: string): Promise<StoredKey | undefined> {
    const running = this.lookups.get(keyId);
    if (running) {
      return running;
    }
    const lookup = this.askStore(keyId).finally(() => this.lookups.delete(keyId));
    this.lookups.set(keyId, lookup);
    return lookup;
  }

  private async askStore(keyId: string): Promise<StoredKey | undefined> {
    try {
      const key = await this.store.find(keyId);
      this.keep(keyId, { key, at: this.clock.now() });
      return key;
    } catch (error) {
      this.retryAfter = this.clock.now() + RETRY_MS;
      throw error;
    }
  }

  private keep(keyId: string, entry: Entry): void {
    this.entries.delete(keyId);
    this.entries.set(keyId, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > CAPACITY && oldest !== undefined) {
      this.entries.delete(oldest);
    }
  }
}

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
