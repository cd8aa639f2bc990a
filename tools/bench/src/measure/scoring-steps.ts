import { type Scrape, byLabel, total } from './prometheus.ts';

/** What one step of the scoring pipeline took. Partitions overlap in time, so steps may add up to more than has passed. */
export interface StepTime {
  /** Ends with what it brought about: `committed` is the time of the commit. */
  readonly step: string;
  readonly msPerBatch: number;
  readonly usPerEvent: number;
  /** Of all steps together, 0 to 1. */
  readonly share: number;
}

export interface ScoringSteps {
  readonly steps: readonly StepTime[];
  readonly messagesPerBatch: number;
}

const STEP_SECONDS = 'laurel_scoring_step_seconds_sum';

/** Time per step between two scrapes, in the order of the pipeline. */
export function stepsBetween(before: Scrape, after: Scrape): ScoringSteps {
  const grown = (metric: string): number => total(after, metric) - total(before, metric);
  const batches = grown('laurel_scoring_batch_messages_count');
  const messages = grown('laurel_scoring_batch_messages_sum');
  if (batches <= 0 || messages <= 0) return { steps: [], messagesPerBatch: 0 };
  const earlier = byLabel(before, STEP_SECONDS, 'step');
  const seconds = Array.from(byLabel(after, STEP_SECONDS, 'step'), ([step, sum]) => ({
    step,
    seconds: sum - (earlier.get(step) ?? 0),
  }));
  const all = seconds.reduce((sum, { seconds: spent }) => sum + spent, 0);
  return {
    messagesPerBatch: messages / batches,
    steps: seconds.map(({ step, seconds: spent }) => ({
      step,
      msPerBatch: (spent * 1e3) / batches,
      usPerEvent: (spent * 1e6) / messages,
      share: all > 0 ? spent / all : 0,
    })),
  };
}
