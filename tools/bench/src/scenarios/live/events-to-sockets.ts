import { setTimeout as delay } from 'node:timers/promises';
import type { LiveView } from '@laurel/contracts';
import type { Bench } from '../../bench.ts';
import type { Watch, WatchReport } from '../../generator/jobs.ts';
import type { LoadReport } from '../../load/load-recorder.ts';
import { type CpuUse, cpuUseBetween } from '../../measure/cpu-meter.ts';
import { whole } from '../../report/format.ts';
import type { Finding } from '../../results.ts';
import { measuredBoard } from '../../stack/program.ts';

const BATCH = 100;
const CONNECTIONS = 64;
const WARM_UP_SECONDS = 2;
const DRAIN_TIMEOUT_MS = 120_000;

export interface EventsToSockets {
  readonly watches: readonly Watch[];
  /** Other players' events per second, in batches. */
  readonly rate: number;
  readonly seconds: number;
  readonly markersPerSecond: number;
}

export interface SeenOnSockets {
  readonly load: LoadReport;
  readonly seen: WatchReport;
  readonly use: CpuUse;
}

/** Sends marker events one by one to those who are watched, beside batches of other players' events, until all is scored. */
export async function eventsToSockets(bench: Bench, how: EventsToSockets): Promise<SeenOnSockets> {
  const { watches, rate, seconds, markersPerSecond } = how;
  const before = await bench.scoring.processed();
  const cpuBefore = bench.readCpu();
  const loadSeconds = WARM_UP_SECONDS + seconds + 1;
  const { load, seen } = await bench.step(`events to sockets, ${whole(rate)} other events/s`, loadSeconds, async () => {
    const pace = { kind: 'open', requestsPerSecond: rate / BATCH, seconds: loadSeconds } as const;
    const [sent, watched] = await Promise.all([
      bench.sendEvents(pace, CONNECTIONS, { batch: BATCH, order: 'random' }),
      delay(WARM_UP_SECONDS * 1_000, undefined, { signal: bench.signal }).then(() =>
        bench.watch({
          kind: 'watch',
          ingestion: bench.target('ingestion'),
          queryPort: bench.target('query').port,
          topic: `leaderboard:${measuredBoard}`,
          ...{ watches, seconds, eventsPerSecond: markersPerSecond, idPrefix: bench.nextIdPrefix() },
        }),
      ),
    ]);
    await bench.scoring.drained(before + sent.items + watched.events, DRAIN_TIMEOUT_MS);
    return { load: sent, seen: watched };
  });
  const use = cpuUseBetween(cpuBefore, bench.readCpu());
  const { top, around } = seen.latency;
  bench.say(
    `  event to socket: top p50 ${whole(top.p50)} ms, p99 ${whole(top.p99)} ms; around p99 ${whole(around.p99)} ms`,
  );
  return { load, seen, use };
}

/** What was seen in the views of one kind. */
export function seenFinding(
  work: string,
  load: string,
  { latency, unseen }: WatchReport,
  kind: LiveView['kind'],
): Finding {
  const failures: Record<string, number> = unseen[kind] > 0 ? { 'not seen': unseen[kind] } : {};
  return { work, load, latency: latency[kind], failures };
}

/** A note about the batches that were refused; none when all were taken. */
export function failedBatches(load: LoadReport): string[] {
  const failed = Object.entries(load.failures).map(([cause, count]) => `${count} × ${cause}`);
  return failed.length > 0 ? [`Of the batches beside the live feed failed: ${failed.join(', ')}.`] : [];
}
