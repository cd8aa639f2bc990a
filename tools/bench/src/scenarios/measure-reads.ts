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

/** A board that is read. */
export interface BoardReads {
  readonly board: string;
  /** Of the query, ending in `&`; empty where nothing is named. */
  readonly query: string;
  /** How many stand on it. */
  readonly players: number;
}

/** The most that was had of one kind of read. */
export interface MostReads {
  readonly perSecond: number;
  /** Processor time of all processes. */
  readonly usPerRead: number;
}

const pathOf = ({ board }: BoardReads): string => `/v1/leaderboards/${board}`;

/**
 * Reads of a board that rests: the most that can be had, then how long each takes at half of that.
 *
 * @param players how many stand on the board
 */
export async function measureReads(bench: Bench, players = bench.options.players): Promise<void> {
  const size = `board of ${whole(players)}`;
  for (const { work, paths } of await usualReads(bench, { board: measuredBoard, query: '', players })) {
    await measureRead(bench, work, size, paths);
  }
}

/** What readers ask a board for. */
export async function usualReads(
  bench: Bench,
  of: BoardReads,
): Promise<{ readonly work: string; readonly paths: readonly string[] }[]> {
  return [
    { work: `shared page, top ${PAGE}`, paths: [`${pathOf(of)}?${of.query}limit=${PAGE}`] },
    { work: `random pages of ${PAGE}`, paths: await randomPages(bench, of) },
    { work: `rows around ±${(AROUND - 1) / 2}`, paths: aroundPlayers(of) },
  ];
}

/** Measures one kind of read: any of some paths, all equally often. */
export async function measureRead(
  bench: Bench,
  work: string,
  size: string,
  paths: readonly string[],
): Promise<MostReads> {
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
  const busySeconds = use.processes.reduce((sum, { seconds: spent }) => sum + spent, 0);
  return { perSecond, usPerRead: (busySeconds * 1e6) / most.items };
}

/** Walks the board once: cursors are opaque, so pages at random places are those that the walk found, evenly spread. */
async function randomPages(bench: Bench, of: BoardReads): Promise<string[]> {
  const first = `${pathOf(of)}?${of.query}limit=`;
  const paths = [`${first}${PAGE}`];
  const pages = Math.floor(of.players / STRIDE);
  const each = Math.max(1, Math.ceil(pages / MOST_CURSORS));
  return bench.step('collecting cursors', pages / WALK_PACE, async () => {
    let cursor = '';
    for (let page = 1; page < pages; page += 1) {
      bench.signal.throwIfAborted();
      const url = bench.url('query', `${first}${STRIDE}${cursor}`);
      const { next } = await bench.stack.api.get<{ readonly next: string | null }>(url);
      if (next === null) break;
      cursor = `&cursor=${next}`;
      if (page % each === 0) paths.push(`${first}${PAGE}${cursor}`);
    }
    return paths;
  });
}

function aroundPlayers(of: BoardReads): string[] {
  const { players, query } = of;
  const random = seededRandom(players);
  return Array.from({ length: Math.min(players, PLAYERS_ASKED_FOR) }, () => {
    const player = playerIdOf(Math.floor(random() * players));
    return `${pathOf(of)}/around/${player}?${query}limit=${AROUND}`;
  });
}
