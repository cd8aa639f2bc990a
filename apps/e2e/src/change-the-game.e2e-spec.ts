import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Match, type Season, type TableRow, seasonEvents } from '@laurel/demo';
import { Api } from './stack/api.js';
import { leagueTable, playDemoSeason } from './stack/demo-season.js';
import { type CliRun, runLaurel } from './stack/laurel-cli.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';
import { createOwner, signIn } from './stack/owner.js';

interface Row {
  readonly rank: number;
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  readonly rankBefore: number | null;
}
interface Mover {
  readonly playerId: string;
  readonly before: number;
  readonly after: number;
}
interface History {
  readonly events: number;
  readonly stats: readonly { readonly key: string; readonly before: number; readonly after: number }[];
  readonly rules: readonly { readonly key: string; readonly after: { readonly hits: number } }[];
  readonly leaderboards: readonly { readonly window: string; readonly before: readonly Row[]; after: readonly Row[] }[];
  readonly movements: readonly { readonly key: string; readonly gains: Mover[]; readonly losses: Mover[] }[];
}

let stack: LaurelStack;
let dev: TestWorkspace;
let staging: TestWorkspace;
/** Servers of the game. */
let game: Api;
/** Who is signed in. */
let owner: Api;
let season: Season;
let folder: string;

beforeAll(async () => {
  stack = await LaurelStack.start({ LAUREL_SESSION_COOKIE: 'plain' });
  dev = await stack.createWorkspace('league', 'dev');
  staging = await stack.createWorkspace('league', 'staging');
  game = new Api(stack, dev.secretKey);
  season = await playDemoSeason(game);
  folder = mkdtempSync(join(tmpdir(), 'laurel-game-'));
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack.stop();
});

const file = (): string => join(folder, 'league.yaml');

/** A command on the program's file. */
const laurel = (command: string, args: readonly string[] = [], key = dev.secretKey): Promise<CliRun> =>
  runLaurel({ LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: key }, command, '--file', file(), ...args);

/** What Laurel must come to, by plain sums over the results: a win was worth two points in England until 1981. */
function tableWith(pointsForWin: number, { clubs, matches }: Season): Omit<TableRow, 'rank'>[] {
  return clubs
    .map(({ id }) => {
      const results = matches.flatMap((match) => resultsOf(id, match));
      const wins = results.filter(([own, other]) => own > other).length;
      const draws = results.filter(([own, other]) => own === other).length;
      const goalsFor = results.reduce((goals, [own]) => goals + own, 0);
      const against = results.reduce((goals, [, other]) => goals + other, 0);
      return { playerId: id, points: pointsForWin * wins + draws, goalDifference: goalsFor - against, goalsFor };
    })
    .sort((a, b) => b.points - a.points || b.goalDifference - a.goalDifference || b.goalsFor - a.goalsFor);
}

/** A club's own goals and the other's, of a match that it played. */
function resultsOf(club: string, { home, away, homeGoals, awayGoals }: Match): (readonly [number, number])[] {
  if (home.id === club) return [[homeGoals, awayGoals]];
  return away.id === club ? [[awayGoals, homeGoals]] : [];
}

const ranked = (rows: readonly Omit<TableRow, 'rank'>[]) => rows.map((row, index) => ({ rank: index + 1, ...row }));

const toTable = ({ rank, playerId, score, columns }: Row) => ({
  ...{ rank, playerId, points: score },
  ...{ goalDifference: columns[0], goalsFor: columns[1] },
});

const pointsOf = (rows: readonly Omit<TableRow, 'rank'>[]) => new Map(rows.map((row) => [row.playerId, row.points]));

/** Chelsea wins once more. @returns by which release, and the points that it brought */
async function winOnceMore(eventId: string): Promise<unknown[]> {
  const properties = { goalsFor: 1, goalsAgainst: 0 };
  const { body } = await game.sendAndWait({ eventId, type: 'match_played', playerId: 'chelsea', properties });
  return decided(body);
}

async function decisionOf(eventId: string): Promise<unknown[]> {
  return decided((await owner.query(`/v1/events/${eventId}?playerId=chelsea`)).body);
}

const decided = ({ release, effects }: Record<string, unknown>): unknown[] => [
  release,
  (effects as { stat?: string; amount?: number }[]).find(({ stat }) => stat === 'points')?.amount,
];

/** All that is recorded of Chelsea's season. */
async function recordsOfSeason(): Promise<unknown[]> {
  const own = seasonEvents(season).filter(({ playerId }) => playerId === 'chelsea');
  return Promise.all(
    own.map(async ({ eventId }) => (await owner.query(`/v1/events/${eventId}?playerId=chelsea`)).body),
  );
}

describe('who changes the game', () => {
  it('signs in', async () => {
    owner = await signIn(stack, await createOwner(stack, 'league'));

    expect((await owner.admin('/v1/session')).body).toMatchObject({
      ...{ tenant: 'league', environment: 'dev', role: 'owner', environments: ['dev', 'staging'] },
      operator: { email: 'owner@league.example' },
    });
    expect(await leagueTable(owner)).toEqual(ranked(tableWith(3, season)));
  });

  it('pulls the program as YAML, makes a win worth two points, and sees what differs', async () => {
    expect((await laurel('pull')).code).toBe(0);
    const pulled = readFileSync(file(), 'utf8');
    expect(pulled.match(/amount: 3\b/g)).toHaveLength(1);
    writeFileSync(file(), pulled.replace('amount: 3', 'amount: 2 # as it was until 1981'));

    const { code, out } = await laurel('diff');

    expect(code).toBe(1);
    expect(out).toContain('win');
    expect(out).toMatch(/- 3 {2}\+ 2/);
    expect(out).not.toContain('When it is published');
  });

  it('pushes it as the draft, which decides nothing', async () => {
    const { code, out } = await laurel('push');

    expect([code, out]).toEqual([0, expect.stringContaining(`The draft of the workspace ${dev.workspace}`)]);
    expect((await owner.admin('/v1/draft/diff')).body).toMatchObject({ consequences: [] });
    expect((await owner.admin('/v1/releases')).body['entries']).toHaveLength(1);
  });

  it('sees in a dry run over the season who would gain what, to the point', async () => {
    const { status, body } = await owner.edit('POST', '/v1/draft/dry-run', { last: 760, top: 20 });

    expect(status).toBe(200);
    const { events, stats, rules, leaderboards, movements } = body['history'] as History;
    const [is, was] = [tableWith(2, season), tableWith(3, season)];
    expect(events).toBe(760);
    const all = leaderboards.find(({ window }) => window === 'all');
    expect(all?.before.map(toTable)).toEqual(ranked(was));
    expect(all?.after.map(toTable)).toEqual(ranked(is));
    const placeBefore = new Map(ranked(was).map(({ playerId, rank }) => [playerId, rank]));
    expect(all?.after.map(({ rankBefore }) => rankBefore)).toEqual(is.map(({ playerId }) => placeBefore.get(playerId)));

    const sum = (rows: readonly { points: number }[]) => rows.reduce((total, { points }) => total + points, 0);
    expect(stats.find(({ key }) => key === 'points')).toEqual({ key: 'points', before: sum(was), after: sum(is) });
    expect(rules.find(({ key }) => key === 'win')?.after.hits).toBe(sum(was) - sum(is));
    const [before, after] = [pointsOf(was), pointsOf(is)];
    const moved = movements.find(({ key }) => key === 'points');
    expect(moved?.gains).toEqual([]);
    expect(moved?.losses).toHaveLength(20);
    for (const each of moved?.losses ?? []) {
      const { playerId } = each;
      expect(each).toEqual({ playerId, before: before.get(playerId), after: after.get(playerId) });
    }
    // Of 17 draws.
    const sunderland = all?.after.find(({ playerId }) => playerId === 'sunderland');
    expect(sunderland).toMatchObject({ rank: 14, rankBefore: 16, score: 31 });
  });

  it('follows a longer dry run as it goes', async () => {
    const answer = await fetch(`${stack.admin.url}/v1/draft/dry-run`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${dev.secretKey}`, accept: 'text/event-stream' },
        'content-type': 'application/json',
      },
      body: JSON.stringify({ from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' }),
    });
    const frames = (await answer.text()).trim().split('\n\n');

    expect(frames[0]).toBe('event: progress\ndata: {"done":0,"total":760}');
    expect(frames.filter((frame) => frame.startsWith('event: result'))).toEqual([frames.at(-1)]);
    expect(frames.at(-1)).toContain('"events":760');
  });

  it('publishes it: a new match counts by the new rule, and those before stay as they are', async () => {
    const before = await recordsOfSeason();

    const { code, out } = await laurel('publish', ['--note', 'two points for a win, as until 1981']);

    expect([code, out]).toEqual([0, expect.stringContaining('Published as release 2.')]);
    expect(await winOnceMore('extra-1')).toEqual([2, 2]);
    expect(before).toHaveLength(38);
    expect(await recordsOfSeason()).toEqual(before);
    expect(before.map((record) => (record as { release: number }).release)).toEqual(Array(38).fill(1));
    expect((await owner.query('/v1/players/chelsea')).body).toMatchObject({ stats: { points: 87 + 2 } });
  });

  it('rolls back: three points again, and nothing that was decided is undone', async () => {
    const { status, body } = await owner.edit('POST', '/v1/releases/1/rollback', { note: 'the crowd did not like it' });

    expect([status, body['release']]).toEqual([201, 3]);
    expect(await winOnceMore('extra-2')).toEqual([3, 3]);
    expect(await decisionOf('extra-1')).toEqual([2, 2]);
    expect((await owner.query('/v1/players/chelsea')).body).toMatchObject({ stats: { points: 87 + 2 + 3 } });
    expect((await owner.admin('/v1/releases/2/diff/3')).body).toMatchObject({ consequences: [] });
  });

  it('gives a colleague a key that reads releases, and nothing else', async () => {
    const order = { name: 'release notes', kind: 'restricted', permissions: ['releases:read'] };
    const key = String((await owner.edit('POST', '/v1/keys', order)).body['key']);
    const colleague = new Api(stack, key);

    const read = ['/v1/releases', '/v1/releases/2', '/v1/releases/1/diff/2', '/v1/draft', '/v1/draft/diff'];
    const answers = await Promise.all(read.map(async (path) => [path, (await colleague.admin(path)).status]));
    expect(answers).toEqual(read.map((path) => [path, 200]));
    const refused = await Promise.all([
      colleague.edit('POST', '/v1/releases', { note: 'mine' }),
      colleague.edit('POST', '/v1/releases/2/rollback', {}),
      colleague.edit('POST', '/v1/draft/dry-run', { last: 1 }),
      colleague.edit('PUT', '/v1/draft', { program: {} }, { 'if-match': '"release-3"' }),
      colleague.edit('POST', '/v1/promotions', { from: 'dev', release: 1, to: 'staging', dryRun: true }),
      colleague.voidEvent('extra-1', { reason: 'not mine', playerId: 'chelsea' }),
      colleague.edit('POST', '/v1/keys', { ...order, permissions: ['events:void'] }),
      colleague.admin('/v1/keys'),
      colleague.admin('/v1/audit'),
      colleague.playerToken('chelsea'),
      colleague.playerStatus('chelsea', 'ban', 'not mine'),
      colleague.import('mine', [{ playerId: 'chelsea', balances: { coins: 1 } }]),
      colleague.sendEvent({ eventId: 'mine', type: 'match_played', playerId: 'chelsea' }),
      colleague.query('/v1/players/chelsea'),
      colleague.query('/v1/leaderboards/premier-league'),
    ]);
    expect(refused.map(({ status, body }) => [status, body['code']])).toEqual(
      refused.map(() => [403, 'auth.forbidden']),
    );
    expect((await laurel('pull', ['--force'], key)).code).toBe(0);
    expect(await laurel('push', ['--force'], key)).toMatchObject({
      code: 1,
      err: expect.stringContaining('403 auth.forbidden') as string,
    });
  });

  it('promotes it to staging after a look: the program goes there, and nothing else', async () => {
    const promotion = { from: 'dev', release: 2, to: 'staging' };
    const there = new Api(stack, staging.secretKey);

    const looked = await owner.edit('POST', '/v1/promotions', { ...promotion, dryRun: true });
    expect(looked).toMatchObject({ status: 200, body: { published: null, diff: { from: 0, to: 1 } } });
    expect((await there.admin('/v1/releases')).body['entries']).toEqual([]);
    const promoted = await owner.edit('POST', '/v1/promotions', { ...promotion, expect: 0, note: 'for the cup' });
    const again = await owner.edit('POST', '/v1/promotions', { ...promotion, expect: 0 });

    expect([promoted.status, again.status, again.body['code']]).toEqual([201, 412, 'releases.target_moved']);
    const [ours, theirs] = [await owner.admin('/v1/releases/2'), await there.admin('/v1/releases/1')];
    expect(theirs.body['program']).toEqual(ours.body['program']);
    expect((await there.query('/v1/players?limit=1')).body['entries']).toEqual([]);
    expect((await there.query('/v1/events?limit=1')).body['entries']).toEqual([]);
    expect(await leagueTable(there)).toEqual([]);
    expect((await there.admin('/v1/keys')).body['entries']).toHaveLength(1);
    expect((await there.admin('/v1/draft')).body).toMatchObject({ revision: 'release-1', updatedAt: null });
    const entry = { action: 'releases.promote', target: 'dev 2', actor: { kind: 'operator' } };
    expect((await there.admin('/v1/audit')).body).toMatchObject({ entries: [entry] });
  });

  it('leaves everything as it has to be', async () => {
    const verified = await runLaurel(stack.environment, 'verify');
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('Everything is as it has to be.')]);
    for (const { secretKey } of [dev, staging]) {
      const smoke = await runLaurel(
        {
          LAUREL_INGESTION_URL: stack.ingestion.url,
          LAUREL_ADMIN_URL: stack.admin.url,
          LAUREL_QUERY_URL: stack.query.url,
          LAUREL_API_KEY: secretKey,
        },
        'smoke',
      );
      expect([smoke.code, smoke.out]).toEqual([0, expect.stringContaining('All is well.')]);
    }
  });
});
