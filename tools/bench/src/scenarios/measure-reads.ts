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
/** Rows per page of the walk that collects cursors: as many as a page may have. */
const STRIDE = 100;
const MOST_CURSORS = 2_000;
/** Pages per second that the walk is expected to do. */
const WALK_PACE = 800;

const board = `/v1/leaderboards/${measuredBoard}`;

/**
 * Reads of a board that rests: the most that can be had, then how long each takes at half of that.
 *
 * @param players how many stand on the board
 */
export async function measureReads(bench: Bench, players = bench.options.players): Promise<void> {
  const size = `board of ${whole(players)}`;
  await measureRead(bench, `shared page, top ${PAGE}`, size, [`${board}?limit=${PAGE}`]);
  await measureRead(bench, `random pages of ${PAGE}`, size, await randomPages(bench, players));
  await measureRead(bench, `rows around ±${(AROUND - 1) / 2}`, size, aroundPlayers(players));
}

async function measureRead(bench: Bench, work: string, size: string, paths: readonly string[]): Promise<void> {
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
      work: `${work}, ${size}`,
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

/** Walks the board once: cursors are opaque, so pages at random places are those that the walk found, evenly spread. */
async function randomPages(bench: Bench, players: number): Promise<string[]> {
  const paths = [`${board}?limit=${PAGE}`];
  const pages = Math.floor(players / STRIDE);
  const each = Math.max(1, Math.ceil(pages / MOST_CURSORS));
  return bench.step('collecting cursors', pages / WALK_PACE, async () => {
    let cursor = '';
    for (let page = 1; page < pages; page += 1) {
      bench.signal.throwIfAborted();
      const url = bench.url('query', `${board}?limit=${STRIDE}${cursor}`);
      const { next } = await bench.stack.api.get<{ readonly next: string | null }>(url);
      if (next === null) break;
      cursor = `&cursor=${next}`;
      if (page % each === 0) paths.push(`${board}?limit=${PAGE}${cursor}`);
    }
    return paths;
  });
}

function aroundPlayers(players: number): string[] {
  const random = seededRandom(players);
  return Array.from({ length: Math.min(players, PLAYERS_ASKED_FOR) }, () => {
    const player = playerIdOf(Math.floor(random() * players));
    return `${board}/around/${player}?limit=${AROUND}`;
  });
}
