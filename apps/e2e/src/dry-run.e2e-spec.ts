import { until } from '@laurel/testing';
import { demoProgram, readFinalTable, readSeason, seasonEvents } from '@laurel/demo';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const BATCH = 500;
const SEASON = 'premier-league-2014-15';

interface Row {
  readonly rank: number;
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
}
interface History {
  readonly events: number;
  readonly rules: readonly { key: string; before: { hits: number; misses: number }; after: { hits: number } }[];
  readonly currencies: readonly Total[];
  readonly stats: readonly Total[];
  readonly leaderboards: readonly { board: string; window: string; before: readonly Row[]; after: readonly Row[] }[];
  readonly movements: readonly { kind: string; key: string; gains: readonly Mover[]; losses: readonly Mover[] }[];
}
interface Total {
  readonly key: string;
  readonly before: number;
  readonly after: number;
}
interface Mover {
  readonly playerId: string;
  readonly before: number;
  readonly after: number;
}
type PlayerBody = { playerId: string; balances: Record<string, number>; stats: Record<string, number> };

let stack: LaurelStack;
let events: ReturnType<typeof seasonEvents>;
/** Where the demo's program is in force, and the other one is the draft. */
let dev: Api;
let devKey: string;
/** Where the other one was published before anything was sent. */
let other: Api;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  events = seasonEvents(await readSeason(await readFinalTable(SEASON)));
  const [ours, theirs] = [await stack.createWorkspace('dry', 'dev'), await stack.createWorkspace('dry', 'staging')];
  [dev, other, devKey] = [new Api(stack, ours.secretKey), new Api(stack, theirs.secretKey), ours.secretKey];
  await dev.publish(demoProgram);
  await dev.edit('PUT', '/v1/draft', { program: changedProgram() }, { 'if-match': '"release-1"' });
  await other.publish(changedProgram());
  await Promise.all([playSeason(dev), playSeason(other)]);
});
afterAll(() => stack.stop());

/** The demo's program, in which a win is worth four points and a draw two. */
function changedProgram(): object {
  const { rules, ...rest } = structuredClone(demoProgram) as { rules: { key: string; then: { amount: unknown }[] }[] };
  const worth = new Map([
    ['win', 4],
    ['draw', 2],
  ]);
  for (const { key, then } of rules) {
    const [first] = then;
    const points = worth.get(key);
    if (first && points !== undefined) first.amount = points;
  }
  return { ...rest, rules };
}

async function playSeason(api: Api): Promise<void> {
  for (let at = 0; at < events.length; at += BATCH) {
    expect((await api.sendBatch(events.slice(at, at + BATCH))).body).toMatchObject({ rejected: 0 });
  }
  await until(
    'every match is on the table',
    async () => {
      const { body } = await api.query('/v1/leaderboards/premier-league?window=all&limit=100');
      const rows = (body['entries'] ?? []) as Row[];
      const players = await Promise.all(rows.map(({ playerId }) => playerOf(api, playerId)));
      const played = players.reduce((sum, { stats }) => sum + (stats['goals_for'] ?? 0), 0);
      return rows.length === 20 && played === goalsOf(events);
    },
    60_000,
  );
}

const goalsOf = (of: typeof events): number => of.reduce((sum, { properties }) => sum + properties.goalsFor, 0);

const playerOf = async (api: Api, playerId: string): Promise<PlayerBody> =>
  (await api.query(`/v1/players/${playerId}`)).body as unknown as PlayerBody;

/** As a dry run tells it: tie columns in the order that the leaderboard declares. */
async function tableOf(api: Api, window: string, board = 'premier-league'): Promise<Row[]> {
  const { body } = await api.query(`/v1/leaderboards/${board}?window=${window}&limit=100`);
  const entries = body['entries'] as (Omit<Row, 'columns'> & { columns: Readonly<Record<string, number>> })[];
  return entries.map(({ columns, ...row }) =>
    toRow({ ...row, columns: ['goal_difference', 'goals_for'].map((key) => columns[key] ?? 0) }),
  );
}

const toRow = ({ rank, playerId, score, columns }: Row): Row => ({ rank, playerId, score, columns });

async function dryRun(order: object): Promise<History> {
  const { status, body } = await dev.edit('POST', '/v1/draft/dry-run', order);
  expect([status, body['release']]).toEqual([200, 2]);
  return body['history'] as History;
}

describe('a dry run over a season', () => {
  it('ends on the tables that publishing the draft before it led to', async () => {
    const { leaderboards, events: count } = await dryRun({ last: 1_000, top: 100 });

    expect(count).toBe(events.length);
    expect(leaderboards.length).toBeGreaterThan(0);
    for (const { board, window, before, after } of leaderboards) {
      expect(board).toBe('premier-league');
      expect(before).toEqual(await tableOf(dev, window));
      expect(after.map(toRow)).toEqual(await tableOf(other, window));
    }
  });

  it('has the totals of both, and each player who gains', async () => {
    const { currencies, stats, movements, rules } = await dryRun({ last: 1_000, top: 100 });

    const clubs = [...new Set(events.map(({ playerId }) => playerId))];
    const [ours, theirs] = await Promise.all(
      [dev, other].map((api) => Promise.all(clubs.map((club) => playerOf(api, club)))),
    );
    const sumOf = (players: readonly PlayerBody[] = [], read: (player: PlayerBody) => number | undefined) =>
      players.reduce((sum, player) => sum + (read(player) ?? 0), 0);
    for (const { key, before, after } of currencies) {
      const read = ({ balances }: PlayerBody) => balances[key];
      expect([before, after]).toEqual([sumOf(ours, read), sumOf(theirs, read)]);
    }
    for (const { key, before, after } of stats) {
      const read = ({ stats: of }: PlayerBody) => of[key];
      expect([key, before, after]).toEqual([key, sumOf(ours, read), sumOf(theirs, read)]);
    }
    const gains = movements.find(({ key }) => key === 'points')?.gains ?? [];
    const points = (players: readonly PlayerBody[] = []) =>
      new Map(players.map((each) => [each.playerId, each.stats['points']]));
    expect(gains).toHaveLength(clubs.length);
    for (const { playerId, before, after } of gains) {
      expect([before, after]).toEqual([points(ours).get(playerId), points(theirs).get(playerId)]);
    }
    expect(rules.map(({ key, before, after }) => [key, before.hits === after.hits])).toEqual(
      rules.map(({ key }) => [key, true]),
    );
  });

  it('tells how far it is, and the same in the end', async () => {
    const answer = await fetch(`${stack.admin.url}/v1/draft/dry-run`, {
      method: 'POST',
      headers: { authorization: `Bearer ${devKey}`, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ last: 1_000 }),
    });
    const text = await answer.text();

    expect(text).toContain(`event: progress\ndata: {"done":0,"total":${events.length}}\n\n`);
    const { history } = JSON.parse(/event: result\ndata: (.*)\n/.exec(text)?.[1] ?? '{}') as { history: History };
    expect(history).toEqual(await dryRun({ last: 1_000 }));
  });

  it('of one match tells what the match leads to once the draft is published', async () => {
    const match = {
      eventId: 'extra',
      type: 'match_played',
      playerId: 'chelsea',
      properties: { goalsFor: 3, goalsAgainst: 0 },
    };
    const tried = (await dev.edit('POST', '/v1/draft/dry-run', { event: match })).body['event'] as {
      release: number;
      after: { rules: unknown; effects: { kind: string }[] };
      leaderboards: { board: string; window: string; after: Row | null }[];
    };

    await dev.edit('POST', '/v1/releases', { note: 'more for a win' });
    const { body } = await dev.sendAndWait(match);

    expect(tried.release).toBe(1);
    expect(body).toMatchObject({ release: 2, status: 'processed', rules: tried.after.rules });
    const [effects, expected] = [body['effects'] as { kind: string }[], tried.after.effects];
    expect(effects.map(untimed)).toEqual(expected.map(untimed));
    for (const { board, window, after } of tried.leaderboards) {
      expect((await tableOf(dev, window, board)).find(({ playerId }) => playerId === 'chelsea')).toEqual({
        ...after,
        playerId: 'chelsea',
      });
    }
  });
});

/** A match without a time of its own happens when it arrives. */
const untimed = (effect: object): object => ({ ...effect, reachedAt: undefined });
