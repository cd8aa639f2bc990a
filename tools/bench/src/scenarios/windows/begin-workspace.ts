import type { Bench } from '../../bench.ts';
import { publishProgram } from '../../stack/publish-program.ts';
import { BEGINNING } from './window-programs.ts';

const BATCH = 20;
const DRAIN_MS = 5 * 60_000;

/** A workspace of its own for a scenario, at the time where they begin. */
export async function beginWorkspace(bench: Bench, tenant: string, program: object): Promise<Bench> {
  const own = bench.in(await bench.stack.addWorkspace(tenant));
  await own.stack.api.put(own.url('admin', '/v1/clock'), { now: BEGINNING });
  await publishProgram(own.stack.api, own.url('admin', ''), program);
  return own;
}

/** An event for each of the first players, so that the boards are there in every partition; waits until they are scored. */
export async function playFirst(bench: Bench, players: number): Promise<void> {
  const before = await bench.scoring.processed();
  const limits = { seconds: DRAIN_MS / 1_000, requests: Math.ceil(players / BATCH) };
  const load = { batch: BATCH, order: 'each', undated: true, players } as const;
  const { items, failures } = await bench.sendEvents({ kind: 'closed', ...limits }, 1, load);
  if (items < players) throw new Error(`first events failed: ${items} accepted, ${JSON.stringify(failures)}`);
  await bench.scoring.drained(before + items, DRAIN_MS);
  bench.playersOnBoards = players;
}
