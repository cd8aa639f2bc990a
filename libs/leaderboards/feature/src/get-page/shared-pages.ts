import type { Clock } from '@laurel/kernel';

/** How old the reading behind a shared page may be, ms. */
const TICK_MS = 100;
/** Pages kept at most; of 100 rows each, a few megabytes. */
const CAPACITY = 256;

interface SharedPage {
  readonly since: number;
  readonly bytes: Promise<Buffer>;
}

/**
 * Pages that many ask for at once: each is read, judged and encoded once in 100 ms, and the same bytes are given to all who
 * ask meanwhile, also while the read is still under way.
 */
export class SharedPages {
  private readonly pages = new Map<string, SharedPage>();

  constructor(
    private readonly clock: Clock,
    private readonly capacity = CAPACITY,
  ) {}

  /**
   * @param name must tell apart whatever `make` gives differently, the workspace too
   * @throws what `make` throws, which is asked again by the next caller
   */
  get(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const now = this.clock.now();
    const known = this.pages.get(name);
    // From when the read began: what is given is never of a moment before that.
    if (known && now - known.since < TICK_MS) return known.bytes;
    const page: SharedPage = { since: now, bytes: make() };
    this.keep(name, page);
    page.bytes.catch(() => this.forget(name, page));
    return page.bytes;
  }

  private keep(name: string, page: SharedPage): void {
    this.pages.delete(name);
    this.pages.set(name, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > this.capacity && oldest !== undefined) this.pages.delete(oldest);
  }

  private forget(name: string, page: SharedPage): void {
    if (this.pages.get(name) === page) this.pages.delete(name);
  }
}
