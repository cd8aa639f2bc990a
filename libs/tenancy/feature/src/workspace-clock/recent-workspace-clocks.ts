import { type Clock, WorkspaceClocks } from '@laurel/kernel';

/** What a store knows of the clock of a workspace. */
export interface StoredClock {
  /** Whether the workspace may have one: what may not never will. */
  readonly isAllowed: boolean;
  readonly offsetMs: number;
}

/** Where the clocks of workspaces are kept. */
export interface StoredClocks {
  /** Nothing of a workspace that there is not. */
  find(workspace: string): Promise<StoredClock | undefined>;
}

interface Entry extends StoredClock {
  /** When the store was asked. */
  readonly at: number;
}

/** Younger answers are given as they are. */
const FRESH_MS = 1_000;
/** Workspaces remembered; the one asked for longest ago goes first. */
const CAPACITY = 10_000;
const NO_CLOCK: StoredClock = { isAllowed: false, offsetMs: 0 };

/**
 * The clocks of workspaces, in memory. A workspace that may have none is asked for once; and while the store is away, what is
 * known goes on.
 */
export class RecentWorkspaceClocks extends WorkspaceClocks {
  private readonly entries = new Map<string, Entry>();
  private readonly lookups = new Map<string, Promise<Entry>>();
  private isAway = false;

  constructor(
    private readonly store: StoredClocks,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws when the workspace is not remembered and the store can't be reached */
  override offsetMs(workspace: string): Promise<number> {
    const entry = this.entries.get(workspace);
    const isFresh = entry && (!entry.isAllowed || this.clock.now() - entry.at < FRESH_MS);
    if (isFresh) return Promise.resolve(entry.offsetMs);
    const renewed = this.renewed(workspace, entry);
    // Nobody waits for a store that is known to be away.
    return entry && this.isAway ? Promise.resolve(entry.offsetMs) : renewed;
  }

  /** @throws when the workspace is not remembered and the store can't be reached */
  override latestOffsetMs(workspace: string): Promise<number> {
    const entry = this.entries.get(workspace);
    return entry?.isAllowed === false ? Promise.resolve(entry.offsetMs) : this.renewed(workspace, entry, this.ask);
  }

  private async renewed(
    workspace: string,
    entry: Entry | undefined,
    lookUp: (workspace: string) => Promise<Entry> = this.askOnce,
  ): Promise<number> {
    try {
      return (await lookUp(workspace)).offsetMs;
    } catch (error) {
      this.isAway = true;
      if (!entry) throw error;
      // It is asked again when this is no longer fresh.
      this.remember(workspace, { ...entry, at: this.clock.now() });
      return entry.offsetMs;
    }
  }

  /** One question to the store for many callers. */
  private readonly askOnce = (workspace: string): Promise<Entry> => {
    const running = this.lookups.get(workspace);
    if (running) return running;
    const lookup = this.ask(workspace).finally(() => this.lookups.delete(workspace));
    this.lookups.set(workspace, lookup);
    return lookup;
  };

  private readonly ask = async (workspace: string): Promise<Entry> => {
    const at = this.clock.now();
    const entry = { ...((await this.store.find(workspace)) ?? NO_CLOCK), at };
    this.isAway = false;
    const known = this.entries.get(workspace);
    // Of two answers that overtake each other the one of the later question stays.
    if (!known || known.at <= at) this.remember(workspace, entry);
    return entry;
  };

  private remember(workspace: string, entry: Entry): void {
    this.entries.delete(workspace);
    this.entries.set(workspace, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > CAPACITY && oldest !== undefined) this.entries.delete(oldest);
  }
}
