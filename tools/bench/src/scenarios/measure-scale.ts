import type { Bench } from '../bench.ts';
import { cpuUseBetween } from '../measure/cpu-meter.ts';
import { whole } from '../report/format.ts';
import { growBoards } from './grow-boards.ts';
import { measureReads } from './measure-reads.ts';

const BATCH = 100;
const CONNECTIONS = 16;
const DRAIN_TIMEOUT_MS = 120_000;
/** Events per second: well below what can be sustained, so that batches are of one size on every board. */
const CALM_RATE = 3_000;

/** What the size of a board costs: reads and events are measured on each, and how long its ranks take to build. */
export async function measureScale(bench: Bench, sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const players = await growBoards(bench, size);
    await measureReads(bench, players);
    await measureEvents(bench, players);
  }
}

async function measureEvents(bench: Bench, players: number): Promise<void> {
  const { seconds } = bench.options;
  const work = `events, boards of ${whole(players)}`;
  await bench.step(work, seconds, async () => {
    const [processed, before] = [await bench.scoring.processed(), bench.readCpu()];
    const { items } = await bench.sendEvents(
      { kind: 'open', requestsPerSecond: CALM_RATE / BATCH, seconds },
      CONNECTIONS,
      { batch: BATCH, order: 'random', players },
    );
    await bench.scoring.drained(processed + items, DRAIN_TIMEOUT_MS);
    bench.results.costs.push({ work, unit: 'event', units: items, use: cpuUseBetween(before, bench.readCpu()) });
  });
}
