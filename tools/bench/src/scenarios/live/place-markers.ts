import type { Bench } from '../../bench.ts';
import type { Marker, Watch } from '../../generator/jobs.ts';
import { playerIdOf } from '../../load/event-source.ts';
import { measuredBoard } from '../../stack/program.ts';

/** Rows of every view that is watched. */
export const ROWS = 20;

const TOP_MARKERS = 8;
const AROUND_MARKERS = 4;
/** Above all that players can reach. */
const TOP_SCORE = 1_000_000_000;
const PLAYERS_ASKED = 101;
const SETTLE_MS = 30_000;
const STANDING = `/v1/leaderboards/${measuredBoard}/players`;

interface Standing {
  /** Null while the player is not on the board. */
  readonly entry: { readonly score: number } | null;
}

/**
 * Puts markers on the board and mints the tokens of those who watch them.
 *
 * @param name starts their names: each measurement has markers of its own
 */
export async function placeMarkers(bench: Bench, name = 'marker'): Promise<Watch[]> {
  const middle = await medianScore(bench);
  const top = Array.from({ length: TOP_MARKERS }, (_, index) => ({
    playerId: `${name}-top-${index + 1}`,
    score: TOP_SCORE - index,
  }));
  const around = Array.from({ length: AROUND_MARKERS }, (_, index) => ({
    playerId: `${name}-around-${index + 1}`,
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
