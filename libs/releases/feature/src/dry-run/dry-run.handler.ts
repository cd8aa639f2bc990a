import { randomBytes } from 'node:crypto';
import { type AcceptedEvent, EventTypes, acceptEvent, eventErrors } from '@laurel/events-domain';
import {
  type Clock,
  type DomainError,
  type FieldProblem,
  type Result,
  err,
  newId,
  nowIn,
  ok,
  ordinaryTime,
  WorkspaceClocks,
} from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { type ReleasedProgram, releaseErrors } from '@laurel/releases-domain';
import type { DryRunLimits, DryRunWatch, EventTrial, HistoryTrial } from '@laurel/scoring-domain';
import { type BeforeApplicationShutdown, Inject, Injectable, Optional } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import type { DryRunOrderDto } from './dry-run-order.dto.js';
import { DryRunSlots } from './dry-run-slots.js';
import { DRY_RUN_SETTINGS, type DryRunSettings, DryRuns } from './dry-runs.port.js';
import { type ProgramToTry, ProgramToTryReader } from './program-to-try.reader.js';
import { type DryRunSubject, readSubject } from './read-order.js';

/** What a dry run came to. */
export type DryRunOutcome = { readonly tried: ProgramToTry; readonly top: number } & (
  | {
      readonly of: 'event';
      readonly event: AcceptedEvent;
      readonly warnings: readonly FieldProblem[];
      readonly trial: EventTrial;
    }
  | { readonly of: 'history'; readonly trial: HistoryTrial }
);

/** Carries a dry run out that has got its place; it gives the place back, however it ends. */
export type StartedDryRun = (watch: DryRunWatch) => Promise<Result<DryRunOutcome, DomainError>>;

type Subject = Exclude<DryRunSubject, { readonly event: object }> | ReadEvent;
interface ReadEvent {
  readonly event: AcceptedEvent;
  readonly warnings: readonly FieldProblem[];
}

/** Tries the draft, or the program of a release, before it is published. */
@Injectable()
export class DryRunHandler implements BeforeApplicationShutdown {
  private readonly slots: DryRunSlots;
  private readonly stopping = new AbortController();
  private readonly limits: DryRunLimits;

  constructor(
    private readonly programs: ProgramToTryReader,
    @Inject(DryRuns) private readonly runs: DryRuns,
    @Inject(DRY_RUN_SETTINGS) private readonly settings: DryRunSettings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {
    this.slots = new DryRunSlots(settings.concurrency);
    this.limits = { events: settings.maxEvents, players: settings.playersInMemory };
  }

  /** Runs that go on would keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.stopping.abort(httpErrors.stopping('The dry run was ended. Nothing was changed; try again.'));
  }

  /**
   * Reads what is asked, and takes a place for it: whoever gets a run must carry it out.
   *
   * @returns `http.invalid_input`, `releases.not_found`, `releases.invalid_program`, what is wrong with the event, or
   *   `releases.dry_run_busy`. The run: `releases.dry_run_too_large`, `releases.dry_run_timeout`, `http.stopping`, or the reason of the
   *   watch's signal
   */
  async start(workspace: string, order: DryRunOrderDto): Promise<Result<StartedDryRun, DomainError>> {
    const now = await nowIn(workspace, this.clocks, this.clock);
    const subject = readSubject(order, this.settings.maxEvents, now);
    if (!subject.ok) return subject;
    const tried = await this.programs.read(workspace, order.release);
    if (!tried.ok) return tried;
    const read = this.readEvent(subject.value, tried.value.program, now);
    if (!read.ok) return read;
    const place = this.slots.take(workspace);
    if (!place.ok) return place;
    return ok((watch) => this.run(watch, place.value, (of) => this.decide(tried.value, read.value, order.top, of)));
  }

  private async run(
    { signal, onProgress }: DryRunWatch,
    giveBack: () => void,
    decide: (watch: DryRunWatch) => Promise<Result<DryRunOutcome, DomainError>>,
  ): Promise<Result<DryRunOutcome, DomainError>> {
    const ending = new AbortController();
    const timeout = setTimeout(() => ending.abort(this.tookTooLong()), this.settings.timeoutMs);
    const any = AbortSignal.any([signal, ending.signal, this.stopping.signal]);
    try {
      return await decide({ signal: any, onProgress });
    } catch (thrown) {
      if (any.aborted && thrown === any.reason) return err(any.reason as DomainError);
      throw thrown;
    } finally {
      clearTimeout(timeout);
      giveBack();
    }
  }

  private async decide(
    tried: ProgramToTry,
    subject: Subject,
    top: number,
    watch: DryRunWatch,
  ): Promise<Result<DryRunOutcome, DomainError>> {
    if ('event' in subject) {
      const { event, warnings } = subject;
      const trial = await this.runs.ofEvent(tried, event, event.receivedAt, this.limits, watch.signal);
      return ok({ of: 'event', tried, top, event, warnings, trial });
    }
    const result = await this.runs.ofHistory(tried, subject.events, top, this.limits, watch);
    if (!result.ok) return err(this.tooMany(result.error.events));
    return ok({ of: 'history', tried, top, trial: result.value });
  }

  /**
   * The event as the ingestion gateway would take it, however old it is, under the event types of the program.
   *
   * @param now by the clock of the workspace, ms
   */
  private readEvent(subject: DryRunSubject, program: ReleasedProgram, now: number): Result<Subject, DomainError> {
    if (!('event' in subject)) return ok(subject);
    const accepted = acceptEvent(subject.event, {
      now,
      maxAgeMs: Number.MAX_SAFE_INTEGER,
      newEventId: () => newId('event', now, randomBytes),
    });
    if (!accepted.ok) return err(underEvent(accepted.error));
    const { type, properties } = accepted.value;
    const verdict = new EventTypes(program.eventTypes ?? []).check(type, properties);
    if (!verdict) return ok({ event: accepted.value, warnings: [] });
    const errors = [verdict.problem];
    if (verdict.validation === 'warn') return ok({ event: accepted.value, warnings: errors });
    return err(
      underEvent(eventErrors.schemaViolation('The type’s schema says what to change: see `errors`.', { errors })),
    );
  }

  private tooMany(events: number): DomainError {
    const { maxEvents } = this.settings;
    return releaseErrors.dryRunTooLarge(`The range holds ${events} events; at most ${maxEvents} are decided again.`, {
      errors: [{ path: '/from', rule: 'maxEvents', message: `must begin a range of at most ${maxEvents} events` }],
    });
  }

  private tookTooLong(): DomainError {
    return releaseErrors.dryRunTimeout(`It was ended after ${this.settings.timeoutMs} ms. Nothing was changed.`);
  }
}

/** A problem of an event, with its places as seen from the body that holds it. */
const underEvent = (error: DomainError): DomainError =>
  error.errors
    ? { ...error, errors: error.errors.map((problem) => ({ ...problem, path: `/event${problem.path}` })) }
    : error;
