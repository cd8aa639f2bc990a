import type { CpuUse } from './measure/cpu-meter.ts';
import type { Latency } from './measure/latency-histogram.ts';
import type { ScoringSteps } from './measure/scoring-steps.ts';
import type { Attempt } from './scenarios/rate-search.ts';

/** One line of the results. */
export interface Finding {
  readonly work: string;
  /** How it was asked for. */
  readonly load: string;
  readonly perSecond?: number;
  readonly latency?: Latency;
  readonly failures: Readonly<Record<string, number>>;
}

/** What a rate of events in batches led to. Rates are events per second. */
export interface BatchAttempt extends Attempt {
  readonly seconds: number;
  readonly accepted: number;
  /** Events accepted and not yet scored when the last was accepted. */
  readonly lag: number;
  /** From then until all were scored. */
  readonly drainSeconds: number;
  /** Of the request that brings a batch. */
  readonly latency: Latency;
  readonly failures: Readonly<Record<string, number>>;
  /** Cores that processes outside of the bench kept busy meanwhile; undefined where the system does not tell. */
  readonly othersCores: number | undefined;
}

/** Processor time that a measurement took, in all processes. */
export interface Cost {
  readonly work: string;
  readonly unit: 'event' | 'read';
  readonly units: number;
  readonly use: CpuUse;
}

/** Everything that a run found, in the order in which it was measured. */
export interface Results {
  readonly findings: Finding[];
  readonly attempts: BatchAttempt[];
  readonly costs: Cost[];
  readonly notes: string[];
  steps: ScoringSteps | undefined;
}

export const noResults = (): Results => ({ findings: [], attempts: [], costs: [], notes: [], steps: undefined });
