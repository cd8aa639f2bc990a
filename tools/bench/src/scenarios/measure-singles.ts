import type { Bench } from '../bench.ts';
import type { Pace } from '../generator/jobs.ts';
import type { LoadReport } from '../load/load-recorder.ts';
import { cpuUseBetween } from '../measure/cpu-meter.ts';
import { whole } from '../report/format.ts';

const CONNECTIONS = 64;
const WARM_UP_SECONDS = 2;
const DRAIN_TIMEOUT_MS = 300_000;

/** Single-event POSTs: the most that are accepted, then how long each takes at half of that. */
export async function measureSingles(bench: Bench): Promise<void> {
  const seconds = bench.options.seconds / 2;
  const { findings, costs } = bench.results;
  await bench.step('single events, warming up', WARM_UP_SECONDS, () => send(bench, closed(WARM_UP_SECONDS)));

  const cpuBefore = bench.readCpu();
  const most = await bench.step('single events, as many as can be', seconds, () => send(bench, closed(seconds)));
  const use = cpuUseBetween(cpuBefore, bench.readCpu());
  const perSecond = most.items / most.seconds;
  const half = Math.round(perSecond / 2);
  const calm = await bench.step(`single events, ${whole(half)}/s`, seconds, () =>
    send(bench, { kind: 'open', requestsPerSecond: half, seconds }),
  );
  findings.push(
    {
      work: 'single events: accepted',
      load: `closed loop, ${CONNECTIONS} connections`,
      perSecond,
      failures: most.failures,
    },
    {
      work: 'the same at half',
      load: `open loop, ${whole(half)}/s`,
      perSecond: calm.items / calm.seconds,
      latency: calm.latency,
      failures: calm.failures,
    },
  );
  costs.push({ work: 'singles', unit: 'event', units: most.items, use });
  bench.say(`  single events: ${whole(perSecond)}/s; at ${whole(half)}/s p99 ${calm.latency.p99.toFixed(1)} ms`);
}

const closed = (seconds: number): Pace => ({ kind: 'closed', seconds });

/** Sends, then waits until all of it is scored: what is measured next starts from rest. */
async function send(bench: Bench, pace: Pace): Promise<LoadReport> {
  const before = await bench.scoring.processed();
  const load = await bench.sendEvents(pace, CONNECTIONS, { batch: 1, order: 'random' });
  await bench.scoring.drained(before + load.items, DRAIN_TIMEOUT_MS);
  return load;
}
