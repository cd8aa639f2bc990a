import type { Clock } from '@laurel/kernel';
import type { ApiKeys, StoredKey } from './api-keys.port.js';

interface Entry {
  readonly key: StoredKey | undefined;
  /** When the store was asked. */
  readonly at: number;
}

/** Younger answers are given as they are. */
const FRESH_MS = 2_500;
/** Answers up to this age are given once more while they are refreshed behind: how long a revoked key may live. */
const GRACE_MS = 5_000;
/** How long known keys outlive an unreachable store. */
const OUTAGE_MS = 10 * 60_000;
/** Pause between tries while the store is unreachable. */
const RETRY_MS = 1_000;
/** How long a caller waits for the store. */
const LOOKUP_TIMEOUT_MS = 2_000;
/** Entries of each kind; the oldest goes first. */
const CAPACITY = 10_000;

/**
 * Keeps keys in memory so that requests don't wait for the store: a fresh answer is given at once, one that just grew old
 * too, while it is refreshed behind; and while the store cannot be reached, known keys go on for ten minutes.
 */
export class CachedApiKeys implements ApiKeys {
  private readonly known = new Map<string, Entry>();
  /** Apart from the known ones, so that nobody can push those out by trying many. */
  private readonly unknown = new Map<string, Entry>();
  private readonly lookups = new Map<string, Promise<StoredKey | undefined>>();
  private unreachable = false;
  private retryAt = 0;

  constructor(
    private readonly store: ApiKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws when the key is not remembered and the store cannot be reached in two seconds */
  find(keyId: string): Promise<StoredKey | undefined> {
    const entry = this.known.get(keyId) ?? this.unknown.get(keyId);
    const age = entry ? this.clock.now() - entry.at : Number.POSITIVE_INFINITY;
    if (entry && age < FRESH_MS) return Promise.resolve(entry.key);
    if (!entry?.key || age >= OUTAGE_MS) return this.lookUp(keyId);
    if (!this.unreachable && age >= GRACE_MS) return this.lookUp(keyId).catch(() => entry.key);
    this.refresh(keyId);
    return Promise.resolve(entry.key);
  }

  private refresh(keyId: string): void {
    if (this.clock.now() < this.retryAt) return;
    // The caller has an answer; a failure is remembered and the next request tries again.
    this.lookUp(keyId).catch(() => undefined);
  }

  /** One question to the store for many callers. */
  private lookUp(keyId: string): Promise<StoredKey | undefined> {
    const running = this.lookups.get(keyId);
    if (running) return running;
    const lookup = this.askStore(keyId).finally(() => this.lookups.delete(keyId));
    this.lookups.set(keyId, lookup);
    return lookup;
  }

  private async askStore(keyId: string): Promise<StoredKey | undefined> {
    // As old as the question: a slow answer may have been overtaken by a revocation.
    const askedAt = this.clock.now();
    try {
      const key = await withTimeout(this.store.find(keyId), LOOKUP_TIMEOUT_MS);
      this.unreachable = false;
      this.remember(keyId, { key, at: askedAt });
      return key;
    } catch (error) {
      this.unreachable = true;
      this.retryAt = this.clock.now() + RETRY_MS;
      throw error;
    }
  }

  private remember(keyId: string, entry: Entry): void {
    this.known.delete(keyId);
    this.unknown.delete(keyId);
    const entries = entry.key ? this.known : this.unknown;
    entries.set(keyId, entry);
    const [oldest] = entries.keys();
    if (entries.size > CAPACITY && oldest !== undefined) entries.delete(oldest);
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
