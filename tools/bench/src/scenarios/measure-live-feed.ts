import { setTimeout as delay } from 'node:timers/promises';
import type { LiveView } from '@laurel/contracts';
import type { Bench } from '../bench.ts';
import type { Marker, Watch, WatchReport } from '../generator/jobs.ts';
import { playerIdOf } from '../load/event-source.ts';
import { cpuUseBetween } from '../measure/cpu-meter.ts';
import { whole } from '../report/format.ts';
import type { Finding } from '../results.ts';
import { measuredBoard } from '../stack/program.ts';

const BATCH = 100;
const CONNECTIONS = 64;
/** Not a divisor of the pace at which views are read: marker events fall on every moment between two reads. */
const MARKERS_PER_SECOND = 37;
const TOP_MARKERS = 8;
const AROUND_MARKERS = 4;
const ROWS = 20;
/** Above all that players can reach. */
const TOP_SCORE = 1_000_000_000;
const PLAYERS_ASKED = 101;
const WARM_UP_SECONDS = 2;
const SETTLE_MS = 30_000;
const DRAIN_TIMEOUT_MS = 120_000;
const STANDING = `/v1/leaderboards/${measuredBoard}/players`;

interface Standing {
  /** Null while the player is not on the board. */
  readonly entry: { readonly score: number } | null;
}

/**
 * From an event to the frame that shows it, while batches of other players' events come at `rate` per second: for a view of
 * the top, and for views around players in the middle of the board. Markers get no other events.
 */
export async function measureLiveFeed(bench: Bench, rate: number): Promise<void> {
  const { seconds } = bench.options;
  const watches = await bench.step('placing players to watch', 5, () => placeMarkers(bench));
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
          ...{ watches, seconds, eventsPerSecond: MARKERS_PER_SECOND, idPrefix: bench.nextIdPrefix() },
        }),
      ),
    ]);
    await bench.scoring.drained(before + sent.items + watched.events, DRAIN_TIMEOUT_MS);
    return { load: sent, seen: watched };
  });
  const use = cpuUseBetween(cpuBefore, bench.readCpu());

  const beside = `beside ${whole(rate)} events/s in batches`;
  bench.results.findings.push(
    finding(`event to socket, view of the top ${ROWS}`, beside, seen, 'top'),
    finding(`event to socket, ${ROWS} rows around a player`, beside, seen, 'around'),
  );
  bench.results.costs.push({ work: 'batches at half, watched', unit: 'event', units: load.items, use });
  const failed = Object.entries(load.failures).map(([cause, count]) => `${count} × ${cause}`);
  if (failed.length > 0) bench.results.notes.push(`Of the batches beside the live feed failed: ${failed.join(', ')}.`);
  const { top, around } = seen.latency;
  bench.say(
    `  event to socket: top p50 ${whole(top.p50)} ms, p99 ${whole(top.p99)} ms; around p99 ${whole(around.p99)} ms`,
  );
}

function finding(work: string, load: string, { latency, unseen }: WatchReport, kind: LiveView['kind']): Finding {
  const failures: Record<string, number> = unseen[kind] > 0 ? { 'not seen': unseen[kind] } : {};
  return { work, load, latency: latency[kind], failures };
}

/** Puts markers on the board and mints the tokens of those who watch them. */
async function placeMarkers(bench: Bench): Promise<Watch[]> {
  const middle = await medianScore(bench);
  const top = Array.from({ length: TOP_MARKERS }, (_, index) => ({
    playerId: `marker-top-${index + 1}`,
    score: TOP_SCORE - index,
  }));
  const around = Array.from({ length: AROUND_MARKERS }, (_, index) => ({
    playerId: `marker-around-${index + 1}`,
    score: middle,
  }));
  await Promise.all([...top, ...around].map((marker) => place(bench, marker)));
  const topWatch = { view: { kind: 'top', limit: ROWS } as const, token: await tokenOf(bench, top), markers: top };
  const aroundWatches = around.map(async (marker) => ({
    view: { kind: 'around', playerId: marker.playerId, limit: ROWS } as const,
    token: await tokenOf(bench, [marker]),
    markers: [marker],
  }));
  return [topWatch, ...(await Promise.all(aroundWatches))];
}

/** Score of a player in the middle of the board, by asking for some of all. */
async function medianScore(bench: Bench): Promise<number> {
  const stride = Math.floor(bench.options.players / PLAYERS_ASKED);
  const standings = await Promise.all(
    Array.from({ length: PLAYERS_ASKED }, (_, index) =>
      bench.stack.api.get<Standing>(bench.url('query', `${STANDING}/${playerIdOf(index * stride)}`)),
    ),
  );
  const scores = standings.map(({ entry }) => entry?.score ?? 0).sort((a, b) => a - b);
  return scores[Math.floor(PLAYERS_ASKED / 2)] ?? 0;
}

async function place(bench: Bench, { playerId, score }: Marker): Promise<void> {
  const event = {
    eventId: `${bench.nextIdPrefix()}-${playerId}`,
    type: 'match_finished',
    playerId,
    properties: { mode: 'ranked', points: score, kills: 0, rating: 1 },
  };
  await bench.stack.api.post(bench.url('ingestion', '/v1/events'), event);
  const url = bench.url('query', `${STANDING}/${playerId}`);
  await bench.stack.api.until<Standing>(url, ({ entry }) => entry?.score === score, SETTLE_MS);
}

async function tokenOf(bench: Bench, [first]: readonly Marker[]): Promise<string> {
  const url = bench.url('admin', '/v1/player-tokens');
  const { token } = await bench.stack.api.post<{ readonly token: string }>(url, { playerId: first?.playerId });
  return token;
}
