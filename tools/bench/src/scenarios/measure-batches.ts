import type { Bench } from '../bench.ts';
import { type CpuUse, cpuUseBetween } from '../measure/cpu-meter.ts';
import { growthPerSecond } from '../measure/samples.ts';
import { processedBy } from '../measure/scoring-meter.ts';
import { type ScoringSteps, stepsBetween } from '../measure/scoring-steps.ts';
import { whole } from '../report/format.ts';
import type { BatchAttempt } from '../results.ts';
import { highestSustained, nextRate } from './rate-search.ts';

const BATCH = 100;
const CONNECTIONS = 64;
/** Scored per second against offered. */
const KEEPS_UP = 0.98;
/** Most events that may still be on their way at the end, in seconds of the offered rate. */
const BOUNDED_LAG_SECONDS = 1;
/** Left out at the beginning of a measurement, of its length. */
const RAMP = 0.2;
const SHORTEST_SEARCH_SECONDS = 5;
const MOST_SEARCH_STEPS = 8;
const MOST_CONFIRMATIONS = 3;
const STEP_DOWN = 0.93;
/** What a quiet machine does besides, in cores. */
const QUIET_CORES = 0.1;
const DRAIN_TIMEOUT_MS = 120_000;

interface Measured {
  readonly attempt: BatchAttempt;
  readonly events: number;
  readonly use: CpuUse;
  readonly steps: ScoringSteps;
}

/**
 * Looks for the highest rate of events in batches at which as many are scored as are offered, then holds it for a whole
 * measurement.
 *
 * @returns events per second that were scored while it was held
 */
export async function measureBatches(bench: Bench): Promise<number> {
  const found = await search(bench);
  let held = await offer(bench, found, bench.options.seconds);
  for (let tries = 1; !held.attempt.isSustained && tries < MOST_CONFIRMATIONS; tries += 1) {
    held = await offer(bench, Math.round(held.attempt.offered * STEP_DOWN), bench.options.seconds);
  }
  record(bench, held);
  return held.attempt.scored;
}

async function search(bench: Bench): Promise<number> {
  const { attempts } = bench.results;
  const seconds = Math.max(SHORTEST_SEARCH_SECONDS, bench.options.seconds / 5);
  for (let step = 0; step < MOST_SEARCH_STEPS; step += 1) {
    const rate = nextRate(attempts, bench.options.rate);
    if (rate === undefined) break;
    await offer(bench, rate, seconds);
  }
  const found = highestSustained(attempts);
  if (found === undefined) throw new Error('no rate of events was sustained: begin with a lower --rate');
  return found;
}

async function offer(bench: Bench, rate: number, seconds: number): Promise<Measured> {
  const label = `events in batches, ${whole(rate)}/s`;
  const measured = await bench.step(label, seconds, () => measure(bench, rate, seconds));
  const { attempt } = measured;
  bench.results.attempts.push(attempt);
  bench.say(
    `  ${label} for ${seconds} s: ${whole(attempt.scored)}/s scored, ${whole(attempt.lag)} behind at the end, ` +
      `${attempt.isSustained ? 'sustained' : 'not sustained'}${disturbance(attempt)}`,
  );
  return measured;
}

/** Told when it may have mattered. */
function disturbance({ othersCores = 0 }: BatchAttempt): string {
  return othersCores > QUIET_CORES ? ` (others kept ${othersCores.toFixed(1)} cores busy)` : '';
}

/** Offers a rate and waits until everything accepted is scored. */
async function measure(bench: Bench, rate: number, seconds: number): Promise<Measured> {
  const { scoring } = bench;
  const before = await scoring.scrape();
  const cpuBefore = bench.readCpu();
  const start = performance.now();
  const pace = { kind: 'open', requestsPerSecond: rate / BATCH, seconds } as const;
  const { result: load, samples } = await scoring.during(() =>
    bench.sendEvents(pace, CONNECTIONS, { batch: BATCH, order: 'random' }),
  );
  const acceptedAt = performance.now();
  const lag = Math.max(0, load.items - ((await scoring.processed()) - processedBy(before)));
  await scoring.drained(processedBy(before) + load.items, DRAIN_TIMEOUT_MS);
  const drainSeconds = (performance.now() - acceptedAt) / 1_000;
  const use = cpuUseBetween(cpuBefore, bench.readCpu());
  const scored = growthPerSecond(samples, start + seconds * RAMP * 1_000, start + seconds * 1_000) ?? 0;
  const keepsUp = scored >= rate * KEEPS_UP && lag <= rate * BOUNDED_LAG_SECONDS;
  const { latency, failures } = load;
  return {
    attempt: {
      ...{ offered: rate, seconds, scored, lag, drainSeconds, latency, failures },
      accepted: load.items / load.seconds,
      othersCores: use.othersCores,
      isSustained: keepsUp && Object.keys(failures).length === 0,
    },
    events: load.items,
    use,
    steps: stepsBetween(before, await scoring.scrape()),
  };
}

function record({ results }: Bench, { attempt, events, use, steps }: Measured): void {
  const { offered, accepted, scored, latency, failures } = attempt;
  const load = `open loop, ${whole(offered)} events/s`;
  results.findings.push(
    { work: `events in batches of ${BATCH}: accepted`, load, perSecond: accepted, latency, failures },
    { work: 'the same: decided, committed, ranked, published', load, perSecond: scored, failures: {} },
  );
  results.costs.push({ work: 'batches', unit: 'event', units: events, use });
  results.steps = steps;
}
