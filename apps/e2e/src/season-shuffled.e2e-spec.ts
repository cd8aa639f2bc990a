import {
  type FinalRow,
  type MatchEvent,
  type TableRow,
  demoProgram,
  readFinalTable,
  readSeason,
  seasonEvents,
} from '@laurel/demo';
import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { leagueTable } from './stack/demo-season.js';
import { LaurelStack } from './stack/laurel-stack.js';

const SEASON = '2014-15';
const DAY_SECONDS = 86_400;
/** With a grace this long, the first month of the season still takes results when the last match has been played. */
const GRACE_DAYS = 366;
/** The day after the last match. */
const AFTER_THE_LAST_MATCH = '2015-05-25T12:00:00Z';
/** When the season, and with it the last of its months, has ended, and its grace too. */
const CLOSED_AFTER_DAYS = GRACE_DAYS + 8;
const MONTHS = [
  ...['08', '09', '10', '11', '12'].map((month) => `2014-${month}`),
  ...['01', '02', '03', '04', '05'].map((month) => `2015-${month}`),
];
/** Small, so that the order in which partitions hear of matches differs as well. */
const BATCH = 40;
const SEED = 201_415;

/** The demo's league, by months too. */
function program(): object {
  const [board] = demoProgram['leaderboards'] as readonly { readonly windows: readonly object[] }[];
  const windows = [...(board?.windows ?? []), { kind: 'monthly' }];
  const { rewards: _, rewardSchedules: __, ...game } = demoProgram;
  return { ...game, leaderboards: [{ ...board, windows, graceSeconds: GRACE_DAYS * DAY_SECONDS }] };
}

/** The same events in an order that a seed gives (mulberry32). */
function shuffled(events: readonly MatchEvent[], seed: number): MatchEvent[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const order = events.map((event) => ({ event, at: random() }));
  return order.sort((one, other) => one.at - other.at).map(({ event }) => event);
}

let stack: LaurelStack;
let season: readonly MatchEvent[];
let published: readonly FinalRow[];

beforeAll(async () => {
  stack = await LaurelStack.shared();
  const table = await readFinalTable('premier-league-2014-15');
  published = table.rows;
  season = seasonEvents(await readSeason(table));
}, 120_000);
afterAll(() => stack.stop());

/** A closed leaderboard: its final standings, as text, by window. */
type Closed = Readonly<Record<string, string>>;

const columnsOf = ({ rank, playerId, points, goalDifference, goalsFor }: TableRow) =>
  [rank, playerId, points, goalDifference, goalsFor].join(' ');

/** Plays matches in the order given in a workspace of its own, and closes all that they were for. */
async function playAndClose(tenant: string, events: readonly MatchEvent[]): Promise<Closed> {
  const { secretKey } = await stack.createWorkspace(tenant, 'dev');
  const api = new Api(stack, secretKey);
  expect(await api.edit('PUT', '/v1/clock', { now: AFTER_THE_LAST_MATCH })).toMatchObject({ status: 200 });
  expect(await api.publish(program())).toMatchObject({ status: 201 });
  for (let at = 0; at < events.length; at += BATCH) {
    expect((await api.sendBatch(events.slice(at, at + BATCH))).body).toMatchObject({ rejected: 0 });
  }
  // Every match changes points or the goal difference, so the published table stands when all of them are decided.
  const expected = published.map(columnsOf).join('\n');
  await until(
    `${tenant}: the published table stands`,
    async () => (await leagueTable(api, SEASON)).map(columnsOf).join('\n') === expected,
    60_000,
  );
  expect(await finalWindows(api)).toEqual([]);
  const advanced = await api.edit('POST', '/v1/clock/advance', { seconds: CLOSED_AFTER_DAYS * DAY_SECONDS });
  expect(advanced).toMatchObject({ status: 200 });
  const windows = await until(
    `${tenant}: all of them are final`,
    async () => {
      const final = await finalWindows(api);
      return [SEASON, ...MONTHS].every((window) => final.includes(window)) ? final : undefined;
    },
    60_000,
  );
  const tables = windows.map(async (window) => [window, await exported(secretKey, window)] as const);
  return Object.fromEntries(await Promise.all(tables));
}

async function finalWindows(api: Api): Promise<string[]> {
  const { body } = await api.query('/v1/leaderboards/premier-league/windows?limit=100');
  const entries = (body['entries'] ?? []) as readonly { key: string; state: string }[];
  return entries.filter(({ state }) => state === 'final').map(({ key }) => key);
}

async function exported(secretKey: string, window: string): Promise<string> {
  const url = `${stack.query.url}/v1/leaderboards/premier-league/windows/${window}/export?format=csv`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secretKey}` } });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Rank and club of the rows of a table in CSV. */
const clubsOf = (csv: string): string[] =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',').slice(0, 2).join(' '));

describe('a season whose matches come in another order, while its windows are open', () => {
  it('ends in the same tables, row by row: the season, and each of its months', async () => {
    const other = shuffled(season, SEED);
    expect(other).not.toEqual(season);
    expect([...other].map(({ eventId }) => eventId).sort()).toEqual(season.map(({ eventId }) => eventId).sort());

    const inOrder = await playAndClose('in-order', season);
    const inDisorder = await playAndClose('in-disorder', other);

    expect(clubsOf(inOrder[SEASON] ?? '')).toEqual(published.map(({ rank, playerId }) => `${rank} ${playerId}`));
    for (const month of MONTHS) expect(clubsOf(inOrder[month] ?? '')).toHaveLength(20);
    expect(inDisorder).toEqual(inOrder);
  }, 240_000);
});
