import type { Clock } from '@laurel/kernel';

interface Entry<T> {
  readonly found: T | undefined;
  /** When the store was asked. */
  readonly at: number;
}

/** Younger answers are given as they are. */
const FRESH_MS = 2_500;
/** Answers up to this age are given once more while they are refreshed behind: how long what was revoked may live. */
const GRACE_MS = 5_000;
/** How long what is known outlives an unreachable store. */
const OUTAGE_MS = 10 * 60_000;
/** Pause between tries while the store is unreachable. */
const RETRY_MS = 1_000;
/** How long a caller waits for the store. */
const LOOKUP_TIMEOUT_MS = 2_000;
/** Entries of each kind; the oldest goes first. */
const CAPACITY = 10_000;

/** What is asked by an id. */
export interface Lookup<T> {
  /** @throws when the store cannot be reached */
  find(id: string): Promise<T | undefined>;
}

/**
 * Keeps what credentials are checked against in memory so that requests don't wait for the store: a fresh answer is given at
 * once, one that just grew old too, while it is refreshed behind; and while the store cannot be reached, what is known goes on
 * for ten minutes.
 */
export class CachedLookup<T> implements Lookup<T> {
  private readonly known = new Map<string, Entry<T>>();
  /** Apart from the known ones, so that nobody can push those out by trying many. */
  private readonly unknown = new Map<string, Entry<T>>();
  private readonly lookups = new Map<string, Promise<T | undefined>>();
  private unreachable = false;
  private retryAt = 0;

  constructor(
    private readonly store: Lookup<T>,
    private readonly clock: Clock,
  ) {}

  /** @throws when the id is not remembered and the store cannot be reached in two seconds */
  find(id: string): Promise<T | undefined> {
    const entry = this.known.get(id) ?? this.unknown.get(id);
    const age = entry ? this.clock.now() - entry.at : Number.POSITIVE_INFINITY;
    if (entry && age < FRESH_MS) return Promise.resolve(entry.found);
    if (!entry?.found || age >= OUTAGE_MS) return this.lookUp(id);
    if (!this.unreachable && age >= GRACE_MS) return this.lookUp(id).catch(() => entry.found);
    this.refresh(id);
    return Promise.resolve(entry.found);
  }

  private refresh(id: string): void {
    if (this.clock.now() < this.retryAt) return;
    // The caller has an answer; a failure is remembered and the next request tries again.
    this.lookUp(id).catch(() => undefined);
  }

  /** One question to the store for many callers. */
  private lookUp(id: string): Promise<T | undefined> {
    const running = this.lookups.get(id);
    if (running) return running;
    const lookup = this.askStore(id).finally(() => this.lookups.delete(id));
    this.lookups.set(id, lookup);
    return lookup;
  }

  private async askStore(id: string): Promise<T | undefined> {
    // As old as the question: a slow answer may have been overtaken by a revocation.
    const askedAt = this.clock.now();
    try {
      const found = await withTimeout(this.store.find(id), LOOKUP_TIMEOUT_MS);
      this.unreachable = false;
      this.remember(id, { found, at: askedAt });
      return found;
    } catch (error) {
      this.unreachable = true;
      this.retryAt = this.clock.now() + RETRY_MS;
      throw error;
    }
  }

  private remember(id: string, entry: Entry<T>): void {
    this.known.delete(id);
    this.unknown.delete(id);
    const entries = entry.found ? this.known : this.unknown;
    entries.set(id, entry);
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
