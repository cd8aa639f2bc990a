import type { Bench } from '../bench.ts';
import { whole } from '../report/format.ts';
import { measuredBoard } from '../stack/program.ts';

const BATCH = 100;
const CONNECTIONS = 4;
/** Slowest pace that is waited for, events per second. */
const SLOWEST = 300;
const SETTLE_MS = 30_000;

/** Gives every player an event, so that each stands on every board. */
export async function fillBoards(bench: Bench): Promise<void> {
  const { players } = bench.options;
  const seconds = await bench.step(`filling the boards: ${whole(players)} players`, players / 8_000, async () => {
    const start = performance.now();
    const limits = { seconds: players / SLOWEST, requests: Math.ceil(players / BATCH) };
    const before = await bench.scoring.processed();
    const { items, failures } = await bench.sendEvents({ kind: 'closed', ...limits }, CONNECTIONS, {
      batch: BATCH,
      order: 'each',
    });
    if (items < players) throw new Error(`filling the boards failed: ${items} accepted, ${JSON.stringify(failures)}`);
    await bench.scoring.drained(before + items, limits.seconds * 1_000);
    const url = bench.url('query', `/v1/leaderboards/${measuredBoard}?limit=1`);
    await bench.stack.api.until<{ total: number | null }>(url, ({ total }) => total === players, SETTLE_MS);
    return (performance.now() - start) / 1_000;
  });
  bench.playersOnBoards = players;
  bench.say(`  ${whole(players)} players on every board after ${seconds.toFixed(1)} s`);
}
