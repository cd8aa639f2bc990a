import { setTimeout as delay } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import type { Bench } from '../../bench.ts';
import type { LoadReport } from '../../load/load-recorder.ts';
import { type Sample, growthPerSecond } from '../../measure/samples.ts';
import { untilCount } from '../../measure/until-count.ts';
import { percent, whole } from '../../report/format.ts';
import { SECONDS_TO_THE_END, WINNERS, boards } from './window-programs.ts';

const BATCH = 100;
const CONNECTIONS = 16;
/** Events per second beside the closing at most: about half of what can be sustained. */
const CALM_RATE = 3_000;
const WARM_UP_SECONDS = 3;
/** The load goes on for so long after the window's end. */
const BESIDE_SECONDS = 30;
const DRAIN_TIMEOUT_MS = 120_000;

/** Seconds from the end of the window. */
interface Closing {
  readonly frozen: number;
  readonly granted: number;
  readonly endedAtMs: number;
}

/** The window of a board ends beside a steady load: until its standings are kept, and until all winners are paid. */
export async function measureClosing(bench: Bench): Promise<void> {
  const players = bench.playersOnBoards;
  const before = bench.options.seconds;
  const rate = Math.min(CALM_RATE, bench.options.rate / 2);
  const seconds = WARM_UP_SECONDS + before + BESIDE_SECONDS;
  const client = await new MongoClient(bench.stack.mongoUrl).connect();
  try {
    const what = `closing a board of ${whole(players)}`;
    await bench.step(`${what}, ${whole(rate)} events/s beside it`, seconds, async () => {
      const processed = await bench.scoring.processed();
      const startedAtMs = performance.now();
      const { result, samples } = await bench.scoring.during(async () => {
        const load = steadyLoad(bench, rate, seconds, players);
        load.catch(() => undefined);
        await delay((WARM_UP_SECONDS + before) * 1_000, undefined, { signal: bench.signal });
        const closing = await close(bench, client.db('laurel'), players);
        return { closing, load: await load };
      });
      const loadEndMs = startedAtMs + seconds * 1_000;
      report(bench, what, result.closing, { samples, fromMs: startedAtMs + WARM_UP_SECONDS * 1_000, loadEndMs });
      await bench.scoring.drained(processed + result.load.items, DRAIN_TIMEOUT_MS);
    });
  } finally {
    await client.close();
  }
}

const steadyLoad = (bench: Bench, rate: number, seconds: number, players: number): Promise<LoadReport> =>
  bench.sendEvents({ kind: 'open', requestsPerSecond: rate / BATCH, seconds }, CONNECTIONS, {
    ...{ batch: BATCH, order: 'random', undated: true, players },
  });

/** Puts the clock past the end, and waits until everything that follows from it has happened. */
async function close(bench: Bench, db: Db, players: number): Promise<Closing> {
  const { workspace, api } = bench.stack;
  await api.post(bench.url('admin', '/v1/clock/advance'), { seconds: SECONDS_TO_THE_END });
  const endedAtMs = performance.now();
  const seconds = (): number => (performance.now() - endedAtMs) / 1_000;
  const kept = { workspace, board: `${boards.ending}@1`, state: 'frozen', total: players };
  await untilCount(db, 'boardWindows', kept, 1, bench.signal);
  const frozen = seconds();
  await untilCount(db, 'grants', { workspace, state: 'granted' }, WINNERS, bench.signal);
  return { frozen, granted: seconds(), endedAtMs };
}

function report(
  bench: Bench,
  what: string,
  { frozen, granted, endedAtMs }: Closing,
  { samples, fromMs, loadEndMs }: { samples: readonly Sample[]; fromMs: number; loadEndMs: number },
): void {
  const before = growthPerSecond(samples, fromMs, endedAtMs);
  const all = growthPerSecond(samples, endedAtMs, Math.min(loadEndMs, endedAtMs + granted * 1_000));
  // Payments are commands in the same log, and counted with what comes from it.
  const beside = all === undefined ? undefined : all - WINNERS / granted;
  const scored =
    before === undefined || beside === undefined
      ? 'too short to say what was scored beside it'
      : `${whole(before)} events a second scored before, ${whole(beside)} while closing (${percent(beside / before)})`;
  const text =
    `${what}: standings kept after ${frozen.toFixed(1)} s, ${whole(WINNERS)} grants paid after ${granted.toFixed(1)} s; ` +
    scored;
  bench.say(`  ${text}`);
  bench.results.notes.push(`${text}.`);
}
