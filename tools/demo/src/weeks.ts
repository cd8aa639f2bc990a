import type { Page, StandingRow } from '@laurel/contracts';
import { type TableRow, toTableRow } from './final-table.ts';
import type { LaurelClient } from './laurel-client.ts';
import { DIVISIONS, PRIZE_CURRENCY, WEEKLY_BOARD, WEEKLY_PRIZES } from './program.ts';
import type { Season } from './season.ts';

/** What the weeks of a season came to. */
export interface WeeksReview {
  readonly closed: number;
  /** Weeks that closed with clubs on the board. */
  readonly played: number;
  /** The week that closed last, and its best three; undefined while none has. */
  readonly last: { readonly start: string; readonly end: string; readonly best: readonly TableRow[] } | undefined;
  /** Who won most, at the top. */
  readonly prizes: readonly { readonly playerId: string; readonly amount: number }[];
  /** Clubs by division, the highest first. */
  readonly divisions: readonly { readonly tier: string; readonly clubs: readonly string[] }[];
  /** Whether every week is closed and every winner paid. */
  readonly isSettled: boolean;
}

interface Window {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  readonly state: string;
  readonly total?: number;
}

interface Run {
  readonly window: string;
  readonly state: string;
  readonly totals: readonly { readonly state: string }[];
}

interface League {
  readonly tier: string;
}

interface Urls {
  readonly adminUrl: string;
  readonly queryUrl: string;
}

const BEST = 3;

/** Reads what the weeks came to so far. */
export async function reviewWeeks(client: LaurelClient, urls: Urls, season: Season): Promise<WeeksReview> {
  const board = `${urls.queryUrl}/v1/leaderboards/${WEEKLY_BOARD}`;
  const windows = (await client.get(`${board}/windows?limit=100`)) as { readonly entries: readonly Window[] };
  const runs = (await client.get(`${urls.adminUrl}/v1/reward-schedules/${WEEKLY_PRIZES}/runs?limit=100`)) as Page<Run>;
  const final = windows.entries.filter(({ state }) => state === 'final');
  const played = final.filter(({ total }) => total !== undefined && total > 0);
  const last = played.find(({ start, end }) => holdsEnd(season, start, end));
  const clubs = await readClubs(client, urls, season, last?.key);
  const isPaid = ({ key }: Window): boolean => runs.entries.some((run) => run.window === key && isDone(run));
  return {
    closed: final.length,
    played: played.length,
    last: last && { ...last, best: await bestOf(client, board, last.key) },
    prizes: clubs.map(({ playerId, prize }) => ({ playerId, amount: prize })).sort((a, b) => b.amount - a.amount),
    divisions: DIVISIONS.map((tier) => ({
      tier,
      clubs: clubs.filter(({ league }) => league.tier === tier).map(({ playerId }) => playerId),
    })),
    isSettled: last !== undefined && final.length === windows.entries.length && played.every(isPaid),
  };
}

const isDone = ({ state, totals }: Run): boolean =>
  state === 'done' && totals.every((total) => total.state === 'granted');

function holdsEnd({ matches }: Season, start: string, end: string): boolean {
  const date = matches.at(-1)?.date ?? '';
  return start <= date && date < end;
}

async function bestOf(client: LaurelClient, board: string, window: string): Promise<readonly TableRow[]> {
  const page = (await client.get(`${board}?window=${window}&limit=${BEST}`)) as Page<StandingRow>;
  return page.entries.map(toTableRow);
}

/** What each club won, and its place in the league after a week; without one in the week that runs. */
function readClubs(client: LaurelClient, { queryUrl }: Urls, { clubs }: Season, week: string | undefined) {
  const query = week === undefined ? '' : `?window=${week}`;
  return Promise.all(
    clubs.map(async ({ id }) => {
      const player = (await client.get(`${queryUrl}/v1/players/${id}`)) as {
        readonly balances: Readonly<Record<string, number>>;
      };
      const league = `${queryUrl}/v1/leaderboards/${WEEKLY_BOARD}/players/${id}/league${query}`;
      return {
        playerId: id,
        prize: player.balances[PRIZE_CURRENCY] ?? 0,
        league: (await client.get(league)) as League,
      };
    }),
  );
}
