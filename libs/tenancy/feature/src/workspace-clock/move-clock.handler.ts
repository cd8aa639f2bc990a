import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type ClockMove, mayHaveClock, movedOffset, tenancyErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { WorkspaceClock } from '../adapters/tenancy.documents.js';
import { CLOCK } from '../clock.js';
import { AnnounceClocksHandler } from './announce-clocks.handler.js';
import { MongoWorkspaceClockStore } from './workspace-clock.store.mongo.js';

/** The time of a workspace. */
export interface WorkspaceTime {
  /** Milliseconds. */
  readonly now: number;
  readonly offsetMs: number;
  /** Whether events are decided by it already. */
  readonly announced: boolean;
}

/** Each lost try means that somebody else moved the clock meanwhile. */
const MAX_TRIES = 20;

/** Reads and moves the clocks of workspaces. */
@Injectable()
export class MoveClockHandler {
  constructor(
    private readonly store: MongoWorkspaceClockStore,
    private readonly announcer: AnnounceClocksHandler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The ordinary time where no clock was set. */
  async read(workspace: string): Promise<WorkspaceTime> {
    return this.timeOf((await this.store.read(workspace))?.clock);
  }

  /**
   * Moves the clock and tells the log. Once stored it counts: while the event log is away it stays unannounced, and is announced
   * later.
   *
   * @returns how it was and is, or `tenancy.clock_not_allowed`, `tenancy.clock_backwards`
   */
  async move(
    workspace: string,
    move: ClockMove,
  ): Promise<Result<Record<'before' | 'after', WorkspaceTime>, DomainError>> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const found = await this.store.read(workspace);
      if (!found || !mayHaveClock(found.environment)) return err(NOT_ALLOWED);
      const before = this.timeOf(found.clock);
      const from = found.clock?.offsetMs;
      const now = this.clock.now();
      const isNew = from === undefined && !(await this.store.hasEvents(workspace));
      const offsetMs = movedOffset({ offsetMs: from ?? 0, mayGoBack: isNew }, move, now);
      if (!offsetMs.ok) return offsetMs;
      if (offsetMs.value !== from && !(await this.store.move(workspace, from, offsetMs.value))) continue;
      // The loop announces what this can't.
      await this.announcer.handle(workspace).catch(() => false);
      return ok({ before, after: await this.read(workspace) });
    }
    throw new Error(`the clock was moved ${MAX_TRIES} times in a row by others first`);
  }

  private timeOf(clock: WorkspaceClock | undefined): WorkspaceTime {
    const { offsetMs, announced } = clock ?? NO_CLOCK;
    return { now: this.clock.now() + offsetMs, offsetMs, announced };
  }
}

const NO_CLOCK: WorkspaceClock = { offsetMs: 0, announced: true };
const NOT_ALLOWED = tenancyErrors.clockNotAllowed('The time of this workspace is that of the world.');
