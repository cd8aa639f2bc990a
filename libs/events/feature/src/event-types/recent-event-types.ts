import { EventTypes, eventErrors } from '@laurel/events-domain';
import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_INTAKE, type EventIntake } from '../event-log/event-intake.js';
import { ReleasedEventTypes } from './released-event-types.js';

interface Entry {
  readonly release: number;
  readonly types: EventTypes;
  /** When the store was asked. */
  readonly at: number;
}

/** Younger event types are used as they are. */
const FRESH_MS = 1_000;
/** Up to this age they are used while newer ones are asked for behind: a release is in force here within two seconds. */
const LATEST_MS = 1_800;
/** How long an event waits for newer types than those in memory, and for any at all. */
const RENEWAL_TIMEOUT_MS = 500;
const FIRST_TIMEOUT_MS = 2_000;
/** Pause between tries while the store is away. */
const RETRY_MS = 1_000;
/** Workspaces remembered; the one asked for longest ago goes first. */
const CAPACITY = 10_000;

/**
 * The event types of each workspace's newest release, in memory, so that events don't wait for MongoDB. While it is away, what is
 * known goes on; only of a workspace that is not known events are refused, since nobody could say what its program forbids.
 */
@Injectable()
export class RecentEventTypes {
  private readonly entries = new Map<string, Entry>();
  private readonly lookups = new Map<string, Promise<Entry>>();
  private readonly clock: Clock;
  private isAway = false;
  private retryAt = 0;

  constructor(
    private readonly releases: ReleasedEventTypes,
    @Inject(EVENT_INTAKE) { clock }: EventIntake,
  ) {
    this.clock = clock;
  }

  /** Error: `events.types_unavailable`, within two seconds. */
  async of(workspace: string): Promise<Result<EventTypes, DomainError>> {
    const entry = this.entries.get(workspace);
    if (!entry) return this.first(workspace);
    const age = this.clock.now() - entry.at;
    if (age < FRESH_MS) return ok(entry.types);
    if (age < LATEST_MS || this.isAway) {
      this.renewBehind(workspace);
      return ok(entry.types);
    }
    return ok((await this.within(RENEWAL_TIMEOUT_MS, workspace).catch(() => entry)).types);
  }

  private async first(workspace: string): Promise<Result<EventTypes, DomainError>> {
    try {
      return ok((await this.within(FIRST_TIMEOUT_MS, workspace)).types);
    } catch {
      return err(
        eventErrors.typesUnavailable('The release in force can’t be looked up. Try again.', { retryAfterSeconds: 2 }),
      );
    }
  }

  private renewBehind(workspace: string): void {
    if (this.isAway && this.clock.now() < this.retryAt) return;
    // The event has its types; a failure is remembered, and another one tries again.
    this.within(FIRST_TIMEOUT_MS, workspace).catch(() => undefined);
  }

  /** Asks the store, and takes it for away when it fails or is silent for so long. */
  private async within(timeoutMs: number, workspace: string): Promise<Entry> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([this.lookUp(workspace), timeout]);
    } catch (error) {
      this.isAway = true;
      this.retryAt = this.clock.now() + RETRY_MS;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** One question to the store for many events. */
  private lookUp(workspace: string): Promise<Entry> {
    const running = this.lookups.get(workspace);
    if (running) return running;
    const lookup = this.ask(workspace).finally(() => this.lookups.delete(workspace));
    this.lookups.set(workspace, lookup);
    return lookup;
  }

  private async ask(workspace: string): Promise<Entry> {
    const at = this.clock.now();
    const known = this.entries.get(workspace) ?? { release: 0, types: NO_TYPES };
    const newer = await this.releases.newerThan(workspace, known.release);
    this.isAway = false;
    const entry = newer
      ? { release: newer.release, types: new EventTypes(newer.types), at }
      : { release: known.release, types: known.types, at };
    this.entries.delete(workspace);
    this.entries.set(workspace, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > CAPACITY && oldest !== undefined) this.entries.delete(oldest);
    return entry;
  }
}

const NO_TYPES = new EventTypes([]);
