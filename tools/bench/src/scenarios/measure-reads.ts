import type { Bench } from '../bench.ts';
import { playerIdOf } from '../load/event-source.ts';
import { seededRandom } from '../load/random.ts';
import { cpuUseBetween } from '../measure/cpu-meter.ts';
import { whole } from '../report/format.ts';
import { measuredBoard } from '../stack/program.ts';

const CONNECTIONS = 32;
const WARM_UP_SECONDS = 2;
const PAGE = 50;
const AROUND = 21;
const PLAYERS_ASKED_FOR = 20_000;
/** Rows between the pages whose cursors are collected. */
const STRIDE = 100;
const MOST_CURSORS = 2_000;

const board = `/v1/leaderboards/${measuredBoard}`;

/** Reads of a board that rests: the most that can be had, then how long each takes at half of that. */
export async function measureReads(bench: Bench): Promise<void> {
  await measureRead(bench, `top ${PAGE}`, [`${board}?limit=${PAGE}`]);
  await measureRead(bench, `random pages of ${PAGE}`, await randomPages(bench));
  await measureRead(bench, `rows around ±${(AROUND - 1) / 2}`, aroundPlayers(bench));
}

async function measureRead(bench: Bench, work: string, paths: readonly string[]): Promise<void> {
  const seconds = bench.options.seconds / 2;
  const { findings, costs } = bench.results;
  await bench.step(`${work}, warming up`, WARM_UP_SECONDS, () =>
    bench.read({ kind: 'closed', seconds: WARM_UP_SECONDS }, CONNECTIONS, paths),
  );
  const cpuBefore = bench.readCpu();
  const most = await bench.step(`${work}, as many as can be`, seconds, () =>
    bench.read({ kind: 'closed', seconds }, CONNECTIONS, paths),
  );
  const use = cpuUseBetween(cpuBefore, bench.readCpu());
  const perSecond = most.items / most.seconds;
  const half = Math.max(1, Math.round(perSecond / 2));
  const calm = await bench.step(`${work}, ${whole(half)}/s`, seconds, () =>
    bench.read({ kind: 'open', requestsPerSecond: half, seconds }, CONNECTIONS, paths),
  );
  findings.push(
    {
      work: `${work}, board of ${whole(bench.options.players)}`,
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
  costs.push({ work, unit: 'read', units: most.items, use });
  bench.say(`  ${work}: ${whole(perSecond)}/s; at ${whole(half)}/s p99 ${calm.latency.p99.toFixed(1)} ms`);
}

/** Walks the board once: cursors are opaque, so pages at random places are those that the walk found. */
async function randomPages(bench: Bench): Promise<string[]> {
  const paths = [`${board}?limit=${PAGE}`];
  const cursors = Math.min(MOST_CURSORS, Math.floor(bench.options.players / STRIDE));
  return bench.step('collecting cursors', cursors / 500, async () => {
    for (let cursor = ''; paths.length < cursors;) {
      const url = bench.url('query', `${board}?limit=${STRIDE}${cursor}`);
      const { next } = await bench.stack.api.get<{ readonly next: string | null }>(url);
      if (next === null) break;
      cursor = `&cursor=${next}`;
      paths.push(`${board}?limit=${PAGE}${cursor}`);
    }
    return paths;
  });
}

function aroundPlayers({ options }: Bench): string[] {
  const random = seededRandom(options.players);
  return Array.from({ length: Math.min(options.players, PLAYERS_ASKED_FOR) }, () => {
    const player = playerIdOf(Math.floor(random() * options.players));
    return `${board}/around/${player}?limit=${AROUND}`;
  });
}
