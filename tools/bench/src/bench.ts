import { Generator } from './generator/generator.ts';
import type { CrowdJob, CrowdReport, Job, LoadJob, Pace, ReportOf, Work } from './generator/jobs.ts';
import type { EventLoad } from './load/event-source.ts';
import type { LoadReport } from './load/load-recorder.ts';
import type { Target } from './load/request-source.ts';
import { type CpuReading, readCpu } from './measure/cpu-meter.ts';
import { ScoringMeter } from './measure/scoring-meter.ts';
import type { BenchOptions } from './options.ts';
import { withProgress } from './report/progress.ts';
import { type Results, noResults } from './results.ts';
import type { BenchStack, BenchWorkspace } from './stack/bench-stack.ts';
import type { Report, ServiceKey } from '@laurel/up';

/** What all measurements work with: the running stack, two load generators, and the results so far. */
export class Bench {
  readonly stack: BenchStack;
  readonly options: BenchOptions;
  readonly signal: AbortSignal;
  readonly scoring: ScoringMeter;
  readonly results: Results;
  /** Of connections by the thousand; they have a section of their own. */
  readonly live: Results;
  /** How many players stand on the boards; grows only. */
  playersOnBoards = 0;
  readonly #report: Report;
  readonly #generator: Generator;
  /** Watches the live feed, so that building the background load does not delay what it sees. */
  readonly #watcher: Generator;
  /** Holds connections, from when they are first asked for. */
  #crowd: Generator | undefined;
  #prefixes = 0;

  constructor(stack: BenchStack, options: BenchOptions, report: Report, signal: AbortSignal, like?: Bench) {
    this.stack = stack;
    this.options = options;
    this.signal = signal;
    this.#report = report;
    this.results = like?.results ?? noResults();
    this.live = like?.live ?? noResults();
    this.#generator = like ? like.#generator : new Generator();
    this.#watcher = like ? like.#watcher : new Generator();
    this.scoring = new ScoringMeter(stack.urls.scoring, signal);
  }

  /** The same stack, generators and results, for another workspace. */
  in(workspace: BenchWorkspace): Bench {
    return new Bench({ ...this.stack, ...workspace }, this.options, this.#report, this.signal, this);
  }

  /** Starts the ids of events that were not sent before. */
  nextIdPrefix(): string {
    this.#prefixes += 1;
    return `run${this.#prefixes}`;
  }

  target(service: ServiceKey): Target {
    return { port: Number(new URL(this.stack.urls[service]).port), secretKey: this.stack.secretKey };
  }

  url(service: ServiceKey, path: string): string {
    return `${this.stack.urls[service]}${path}`;
  }

  readCpu(): CpuReading {
    return readCpu([
      ...this.stack.processes(),
      { name: 'load generator', pid: this.#generator.pid },
      { name: 'load generator', pid: this.#watcher.pid },
      ...(this.#crowd ? [{ name: 'sockets', pid: this.#crowd.pid }] : []),
      { name: 'bench', pid: process.pid },
    ]);
  }

  sendEvents(
    pace: Pace,
    connections: number,
    events: Omit<EventLoad, 'idPrefix' | 'players'> & { readonly players?: number },
  ): Promise<LoadReport> {
    const load = { players: this.options.players, ...events, idPrefix: this.nextIdPrefix() };
    return this.#load('ingestion', pace, connections, { kind: 'events', events: load });
  }

  read(pace: Pace, connections: number, paths: readonly string[]): Promise<LoadReport> {
    return this.#load('query', pace, connections, { kind: 'reads', paths });
  }

  /** Runs a job beside the load. */
  watch<J extends Job>(job: J): Promise<ReportOf<J>> {
    return this.#watcher.run(job, this.signal);
  }

  /** Connections to the live feed that stay from job to job. */
  crowd(job: CrowdJob): Promise<CrowdReport> {
    this.#crowd ??= new Generator();
    return this.#crowd.run(job, this.signal);
  }

  /** Shows what is under way and how much of its time has passed. */
  step<T>(label: string, seconds: number, work: () => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    return withProgress(this.#report, label, seconds, work);
  }

  say(text: string): void {
    this.#report.line(text);
  }

  stop(): void {
    this.#generator.stop();
    this.#watcher.stop();
    this.#crowd?.stop();
  }

  #load(service: ServiceKey, pace: Pace, connections: number, work: Work): Promise<LoadReport> {
    const job: LoadJob = { kind: 'load', target: this.target(service), connections, pace, work };
    return this.#generator.run(job, this.signal);
  }
}
