import type { Clock } from '@laurel/kernel';

export interface RecentValuesOptions {
  /** How long a value is given without asking again, ms. */
  readonly freshMs: number;
  /** How long the last value stands in while its source fails, ms. */
  readonly staleMs: number;
  /** Most keys remembered; the one loaded longest ago goes first. */
  readonly capacity: number;
}

interface Entry<V> {
  readonly value: V;
  readonly at: number;
}

/**
 * Remembers what a source said a moment ago. Callers that miss at the same time share one load, and a source that fails is
 * bridged with its last value for a while.
 */
export class RecentValues<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private readonly loads = new Map<string, Promise<V>>();

  constructor(
    /** Given the last value too, for sources whose answers build on each other. */
    private readonly load: (key: string, last: V | undefined) => Promise<V>,
    private readonly clock: Clock,
    private readonly options: RecentValuesOptions,
  ) {}

  /** @throws what the source throws, when there is no value to stand in */
  async get(key: string): Promise<V> {
    const entry = this.entries.get(key);
    if (entry && this.clock.now() - entry.at < this.options.freshMs) return entry.value;
    try {
      return await this.loadOnce(key);
    } catch (error) {
      if (entry && this.clock.now() - entry.at < this.options.staleMs) return entry.value;
      throw error;
    }
  }

  private loadOnce(key: string): Promise<V> {
    const running = this.loads.get(key);
    if (running) return running;
    const load = this.load(key, this.entries.get(key)?.value)
      .then((value) => this.keep(key, value))
      .finally(() => this.loads.delete(key));
    this.loads.set(key, load);
    return load;
  }

  private keep(key: string, value: V): V {
    this.entries.delete(key);
    this.entries.set(key, { value, at: this.clock.now() });
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.options.capacity && oldest !== undefined) this.entries.delete(oldest);
    return value;
  }
}
