import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@laurel/testing';
import { type RawAnswer, sendRaw } from './attacks/raw-http.js';
import { Api } from './stack/api.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

/** A text that is in much of what one workspace holds, and in nothing of the other. */
const MARK = 'mark-of-ours';
const SAME = 'same';
const ONLY_OURS = 'onlyours';

interface Route {
  readonly gateway: 'ingestion' | 'query' | 'admin';
  readonly method: string;
  readonly path: string;
}

/** Every route of every gateway: a new one is walked too. */
const ROUTES: readonly Route[] = (['ingestion', 'query', 'admin'] as const).flatMap((gateway) => {
  const file = join(__dirname, `../../../docs/openapi/${gateway}-gateway.json`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ gateway, method: method.toUpperCase(), path })),
  );
});

// A stream has no end to wait for: it is another way to the subscriptions of sockets, which are walked by themselves.
const READS = ROUTES.filter(({ method, path }) => method === 'GET' && path !== '/v1/live/stream');
const WRITES = ROUTES.filter(({ method }) => method !== 'GET');

const program = (keys: readonly string[]) => ({
  segments: keys.map((key) => ({ key, when: { attribute: 'plan', op: 'eq', value: key } })),
  currencies: keys.map((key) => ({ key })),
  boosts: keys.map((key) => ({ key, from: '2026-05-01T00:00:00Z', to: '2026-05-02T00:00:00Z', multiplier: 20_000 })),
  eventTypes: keys.map((key) => ({ key })),
  stats: keys.map((key) => ({ key, aggregation: 'sum' })),
  rules: keys.map((key) => ({ key, on: ['scored'], then: [{ effect: 'record', stat: key, amount: 5 }] })),
  leaderboards: keys.map((key) => ({
    key,
    source: { stat: key },
    aggregation: 'sum',
    order: 'desc',
    windows: [{ kind: 'yearly' }],
    league: { window: 'yearly', groupSize: 2, tiers: [{ key: 'only' }] },
  })),
  rewards: keys.map((key) => ({ key, what: [{ title: key }] })),
  rewardSchedules: keys.map((key) => ({
    key,
    leaderboard: key,
    tiers: [{ name: 'first', ranks: { from: 1, to: 1 }, rewards: [key] }],
  })),
});

/** What a write sends where an empty object would be refused for its form alone. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/events': { eventId: SAME, type: 'scored', playerId: SAME },
  'POST /v1/events/batch': [{ eventId: SAME, type: 'scored', playerId: SAME }],
  'POST /v1/events/{id}/void': { reason: 'theirs' },
  'PUT /v1/draft': program([SAME]),
  'PUT /v1/stats/{key}': { aggregation: 'max' },
  'PATCH /v1/stats/{key}': { aggregation: 'max' },
  'PUT /v1/players/{id}': { name: 'theirs' },
  'PATCH /v1/players/{id}': { name: 'theirs' },
  'POST /v1/players/{id}/suspend': { reason: 'theirs' },
  'POST /v1/players/{id}/ban': { reason: 'theirs' },
  'POST /v1/players/{id}/reinstate': { reason: 'theirs' },
  'POST /v1/players/{id}/corrections': { stats: { [SAME]: 1 }, reason: 'theirs' },
  'POST /v1/leaderboards/{key}/players/{id}/hide': { reason: 'theirs' },
  'POST /v1/leaderboards/{key}/players/{id}/unhide': { reason: 'theirs' },
  'POST /v1/leaderboards/{key}/players/{id}/remove': { reason: 'theirs', window: 'all' },
  'POST /v1/leaderboards/{key}/players/{id}/adjust': { reason: 'theirs', window: 'all', mode: 'add', score: 5 },
  'POST /v1/releases': { program: program([SAME]), note: 'theirs' },
  'POST /v1/promotions': { from: 'dev', to: 'staging' },
  'POST /v1/keys': { kind: 'secret', name: 'theirs' },
  'PATCH /v1/keys/{id}': { name: 'theirs' },
  'POST /v1/player-tokens': { playerId: SAME },
  'POST /v1/clock/advance': { seconds: 1 },
};

let stack: LaurelStack;
let ours: TestWorkspace;
let theirs: TestWorkspace;
let ourKeyId: string;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  [ours, theirs] = [await stack.createWorkspace('one', 'dev'), await stack.createWorkspace('two', 'dev')];
  await fill(new Api(stack, theirs.secretKey), [SAME], 'theirs');
  await fill(new Api(stack, ours.secretKey), [SAME, ONLY_OURS], MARK);
  const key = await new Api(stack, ours.secretKey).edit('POST', '/v1/keys', { kind: 'secret', name: MARK });
  ourKeyId = String(key.body['keyId'] ?? key.body['id']);
});
afterAll(() => stack.stop());

/** The same ids with other contents; the last release is one that only a workspace with more keys has. */
async function fill(api: Api, keys: readonly string[], text: string): Promise<void> {
  for (const count of keys.keys()) {
    expect(await api.publish(program(keys.slice(0, count + 1)), text)).toMatchObject({ status: 201 });
  }
  for (const playerId of keys) {
    await api.import(playerId, [{ playerId }]);
    await api.changePlayer('PUT', playerId, { name: text });
    await api.sendEvent({ eventId: playerId, type: 'scored', playerId, properties: { text } });
  }
  for (const id of keys) {
    await until(`${id} is decided`, async () => (await api.query(`/v1/events/${id}`)).body['status'] === 'processed');
    await until(
      `${id} is ranked`,
      async () => (await api.query(`/v1/leaderboards/${id}`)).body['total'] === keys.length,
    );
  }
}

/** What a read asks where it must ask something. */
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/leaderboards/{key}/around': '?score=5',
  '/v1/leaderboards/{key}/percentiles': '?at=50',
  '/v1/leaderboards/{key}/players': `?ids=${SAME}`,
  '/v1/leaderboards/{key}/top': '?percent=50',
};

/** The path with ids that only ours has, or that both have; keys have ids that no other workspace can have. */
function pathOf({ path }: Route, id: typeof SAME | typeof ONLY_OURS): string {
  const release = id === SAME ? '1' : '2';
  return path
    .replace(/^(\/v1\/keys\/)\{id\}/, `$1${ourKeyId}`)
    .replace('{from}', '1')
    .replace(/\{(release|to)\}/, release)
    .replaceAll(/\{\w+\}/g, id)
    .concat(QUERIES[path] ?? '');
}

async function walk(route: Route, path: string, { secretKey }: TestWorkspace): Promise<RawAnswer> {
  const { gateway, method } = route;
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const authorization = `Bearer ${secretKey}`;
  if (method === 'GET') return sendRaw(stack[gateway].url, { path, headers: { authorization } });
  const body = JSON.stringify(BODIES[`${method} ${route.path}`] ?? {});
  const draft = await new Api(stack, secretKey).admin('/v1/draft');
  const headers = { authorization, 'content-type': type, 'if-match': draft.headers.get('etag') ?? '' };
  return sendRaw(stack[gateway].url, { method, path, body, headers });
}

/** What an answer tells of ours, of all that the asker could not know. */
function leaksOf({ headers, body }: RawAnswer, asked: string): string[] {
  const text = JSON.stringify(headers) + body;
  const secrets = [MARK, ours.workspace, ours.secretKey, ourKeyId];
  return secrets.filter((secret) => !asked.includes(secret) && text.includes(secret));
}

/** What is other at each read, whoever does what. */
const OF_THE_MOMENT = ['/v1/limits', '/v1/activity'];

/** All that ours reads of itself, without what reading changes. */
async function stateOfOurs(): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const route of READS.filter(({ path }) => !OF_THE_MOMENT.includes(path))) {
    for (const path of new Set([pathOf(route, SAME), pathOf(route, ONLY_OURS)])) {
      const { status, body } = await walk(route, path, ours);
      // Segments are counted again after a while, whoever asks.
      const told = path.startsWith('/v1/segments') ? body.replaceAll(/"asOf":"[^"]*"/g, '') : body;
      state[`${route.gateway} ${path}`] =
        `${status} ${told.replaceAll(/"(lastUsedAt|exportedAt|requestId|now)":("[^"]*"|null)/g, '')}`;
    }
  }
  return state;
}

/** No key reaches them: who signs in and who manages operators has a session. */
const isOfPeople = (path: string): boolean => /^\/v1\/(session|operators)/.test(path);

const named = (routes: readonly Route[]): (readonly [name: string, route: Route])[] =>
  routes.map((route) => [`${route.gateway} ${route.method} ${route.path}`, route]);

describe("with another workspace's key", () => {
  it('what is looked for can be found: ours reads it in most of its answers', async () => {
    const state = await stateOfOurs();
    expect(Object.values(state).filter((answer) => answer.includes(MARK)).length).toBeGreaterThan(10);
    expect(Object.values(state).filter((answer) => answer.startsWith('5'))).toEqual([]);
  });

  it.each(named(READS.filter(({ path }) => path.includes('{'))))(
    '%s answers 404 for what only ours has',
    async (_name, route) => {
      const path = pathOf(route, ONLY_OURS);
      const answer = await walk(route, path, theirs);
      expect(answer.status).toBe(isOfPeople(path) ? 403 : 404);
      expect(leaksOf(answer, path)).toEqual([]);
    },
  );

  it.each(named(READS))('%s tells nothing of ours', async (_name, route) => {
    const path = pathOf(route, SAME);
    const answer = await walk(route, path, theirs);
    const isAbsent = [ourKeyId, '/v1/identity-provider', '/windows/', '/v1/grants/', '/v1/dead-letters/'].some((part) =>
      path.includes(part),
    );
    expect(answer.status).toBe(isOfPeople(path) ? 403 : isAbsent ? 404 : 200);
    expect(leaksOf(answer, path)).toEqual([]);
  });

  it('every write changes nothing of ours, and tells nothing of it', async () => {
    const before = await stateOfOurs();
    let done = 0;
    for (const route of WRITES) {
      for (const path of new Set([pathOf(route, ONLY_OURS), pathOf(route, SAME)])) {
        const answer = await walk(route, path, theirs);
        if (answer.status < 300) done += 1;
        expect([route.method, path, answer.status < 500, leaksOf(answer, path)]).toEqual([
          route.method,
          path,
          true,
          [],
        ]);
      }
    }
    // Many of them do what they are for, where they are allowed to.
    expect(done).toBeGreaterThan(10);
    expect(await stateOfOurs()).toEqual(before);
  }, 180_000);

  it('cursors of lists of ours tell nothing of ours', async () => {
    for (const list of ['/v1/events', '/v1/players'] as const) {
      const mine = await sendRaw(stack.query.url, {
        path: `${list}?limit=1`,
        headers: { authorization: `Bearer ${ours.secretKey}` },
      });
      const { next } = JSON.parse(mine.body) as { readonly next: string };
      const path = `${list}?limit=1&cursor=${encodeURIComponent(next)}`;
      const answer = await sendRaw(stack.query.url, { path, headers: { authorization: `Bearer ${theirs.secretKey}` } });
      expect(leaksOf(answer, path)).toEqual([]);
      expect([200, 400, 422]).toContain(answer.status);
    }
  });
});
