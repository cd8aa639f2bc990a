import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import { runScript } from '../stack/service-process.js';
import { expectRefused } from './expect-refused.js';
import { type RawAnswer, sendRaw } from './raw-http.js';

const PROGRAM = {
  eventTypes: [{ key: 'scored' }],
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'scored', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount: 1 }] }],
  segments: [{ key: 'vips', when: { attribute: 'plan', op: 'eq', value: 'vip' } }],
  currencies: [{ key: 'coins' }],
  boosts: [{ key: 'may', from: '2026-05-01T00:00:00Z', to: '2026-05-02T00:00:00Z', multiplier: 20_000 }],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'yearly' }] },
  ],
  rewards: [{ key: 'crown', what: [{ title: 'champion' }] }],
  rewardSchedules: [
    { key: 'prizes', leaderboard: 'top', tiers: [{ name: 'first', ranks: { from: 1, to: 1 }, rewards: ['crown'] }] },
  ],
};
const REASON = { reason: 'a test' };

/** A good body of every route that takes one, and the path to send it to. */
const WRITES: Readonly<Record<string, readonly [path: string, body: object]>> = {
  'ingestion POST /v1/events': ['/v1/events', { type: 'scored', playerId: 'ann' }],
  'ingestion POST /v1/events/batch': ['/v1/events/batch', { type: 'scored', playerId: 'ann' }],
  'admin POST /v1/events/{id}/void': ['/v1/events/e1/void', { reason: 'a test' }],
  'admin PUT /v1/players/{id}': ['/v1/players/ann', { name: 'Ann' }],
  'admin PATCH /v1/players/{id}': ['/v1/players/ann', { name: 'Ann' }],
  'admin POST /v1/players/{id}/suspend': ['/v1/players/ann/suspend', { reason: 'a test' }],
  'admin POST /v1/players/{id}/ban': ['/v1/players/ann/ban', { reason: 'a test' }],
  'admin POST /v1/players/{id}/merge': ['/v1/players/ann/merge', { into: 'bob', reason: 'a test' }],
  'admin POST /v1/players/{id}/corrections': [
    '/v1/players/ann/corrections',
    { stats: { points: 1 }, reason: 'a test' },
  ],
  'admin POST /v1/players/{id}/reinstate': ['/v1/players/ann/reinstate', { reason: 'a test' }],
  'admin POST /v1/leaderboards/{key}/players/{id}/hide': ['/v1/leaderboards/top/players/ann/hide', REASON],
  'admin POST /v1/leaderboards/{key}/players/{id}/unhide': ['/v1/leaderboards/top/players/ann/unhide', REASON],
  'admin POST /v1/leaderboards/{key}/players/{id}/remove': [
    '/v1/leaderboards/top/players/ann/remove',
    { ...REASON, window: 'all' },
  ],
  'admin POST /v1/leaderboards/{key}/players/{id}/adjust': [
    '/v1/leaderboards/top/players/ann/adjust',
    { ...REASON, window: 'all', mode: 'add', score: 1 },
  ],
  'admin POST /v1/releases': ['/v1/releases', { program: PROGRAM, note: 'a test' }],
  'admin POST /v1/releases/{release}/rollback': ['/v1/releases/1/rollback', { note: 'a test' }],
  'admin POST /v1/promotions': ['/v1/promotions', { from: 'dev', to: 'staging' }],
  'admin PUT /v1/draft': ['/v1/draft', PROGRAM],
  'admin PUT /v1/stats/{key}': ['/v1/stats/points', { ...PROGRAM.stats[0] }],
  'admin PATCH /v1/stats/{key}': ['/v1/stats/points', {}],
  'admin PUT /v1/rules/{key}': ['/v1/rules/scored', { ...PROGRAM.rules[0] }],
  'admin PATCH /v1/rules/{key}': ['/v1/rules/scored', {}],
  'admin PUT /v1/leaderboards/{key}': ['/v1/leaderboards/top', { ...PROGRAM.leaderboards[0] }],
  'admin PATCH /v1/leaderboards/{key}': ['/v1/leaderboards/top', {}],
  'admin PATCH /v1/leaderboards/{key}/windows/{window}': [
    '/v1/leaderboards/top/windows/all',
    { end: '2099-01-01T00:00:00Z' },
  ],
  'admin POST /v1/leaderboards/{key}/windows/{window}/end': ['/v1/leaderboards/top/windows/all/end', {}],
  'admin PUT /v1/event-types/{key}': ['/v1/event-types/scored', { ...PROGRAM.eventTypes[0] }],
  'admin PATCH /v1/event-types/{key}': ['/v1/event-types/scored', {}],
  'admin PUT /v1/segments/{key}': ['/v1/segments/vips', { when: { attribute: 'plan', op: 'eq', value: 'vip' } }],
  'admin PATCH /v1/segments/{key}': ['/v1/segments/vips', {}],
  'admin PUT /v1/currencies/{key}': ['/v1/currencies/coins', {}],
  'admin PATCH /v1/currencies/{key}': ['/v1/currencies/coins', {}],
  'admin PUT /v1/boosts/{key}': ['/v1/boosts/may', { from: '2026-05-01T00:00:00Z', to: '2026-05-02T00:00:00Z' }],
  'admin PATCH /v1/boosts/{key}': ['/v1/boosts/may', {}],
  'admin PUT /v1/rewards/{key}': ['/v1/rewards/crown', { ...PROGRAM.rewards[0] }],
  'admin PATCH /v1/rewards/{key}': ['/v1/rewards/crown', {}],
  'admin PUT /v1/reward-schedules/{key}': ['/v1/reward-schedules/prizes', { ...PROGRAM.rewardSchedules[0] }],
  'admin PATCH /v1/reward-schedules/{key}': ['/v1/reward-schedules/prizes', {}],
  'admin POST /v1/grants/approve': ['/v1/grants/approve', { source: 'prizes', window: '2026' }],
  'admin POST /v1/grants/{id}/reject': ['/v1/grants/gr_1/reject', { reason: 'a test' }],
  'admin POST /v1/grants/{id}/revoke': ['/v1/grants/gr_1/revoke', { reason: 'a test' }],
  'admin POST /v1/draft/window-preview': ['/v1/draft/window-preview', { windows: [{ kind: 'all' }] }],
  'admin POST /v1/draft/validate': ['/v1/draft/validate', { program: PROGRAM }],
  'admin POST /v1/draft/dry-run': ['/v1/draft/dry-run', { last: 1 }],
  'admin POST /v1/imports/{id}/players': ['/v1/imports/theirs/players', { playerId: 'ann' }],
  'admin POST /v1/quarantine/{id}/release': ['/v1/quarantine/e1/release', { playerId: 'ann', reason: 'a test' }],
  'admin POST /v1/quarantine/{id}/reject': ['/v1/quarantine/e1/reject', { playerId: 'ann', reason: 'a test' }],
  'admin PUT /v1/identity-provider': ['/v1/identity-provider', {}],
  'admin PUT /v1/clock': ['/v1/clock', { now: '2099-01-01T00:00:00Z' }],
  'admin POST /v1/clock/advance': ['/v1/clock/advance', { seconds: 1 }],
  'admin POST /v1/sessions': ['/v1/sessions', { email: 'ann@example.com', password: 'a wrong password' }],
  'admin PUT /v1/session/environment': ['/v1/session/environment', { environment: 'dev' }],
  'admin PUT /v1/session/password': ['/v1/session/password', {}],
  'admin POST /v1/session/totp': ['/v1/session/totp', {}],
  'admin PUT /v1/session/totp': ['/v1/session/totp', {}],
  'admin POST /v1/session/totp/remove': ['/v1/session/totp/remove', {}],
  'admin POST /v1/passwords': ['/v1/passwords', {}],
  'admin POST /v1/operators': ['/v1/operators', { email: 'bob@example.com', name: 'Bob' }],
  'admin PATCH /v1/operators/{id}': ['/v1/operators/OPERATOR', { name: 'Bob' }],
  'admin POST /v1/keys': ['/v1/keys', { kind: 'secret', name: 'a test' }],
  'admin PATCH /v1/keys/{id}': ['/v1/keys/KEY', { name: 'a test' }],
  'admin POST /v1/keys/{id}/roll': ['/v1/keys/KEY/roll', {}],
  'admin POST /v1/player-tokens': ['/v1/player-tokens', { playerId: 'ann' }],
};

/** What somebody would like to decide who may not: where it lands, whose it is, who did it, and when. */
const UNDOCUMENTED = ['workspace', 'createdBy', 'author', '_id', 'isAdmin', 'secretHash', 'publishedAt'];

type Operations = Readonly<Record<string, { readonly requestBody?: object }>>;

function documentedWrites(gateway: 'ingestion' | 'admin'): string[] {
  const file = join(__dirname, `../../../../docs/openapi/${gateway}-gateway.json`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Readonly<Record<string, Operations>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) =>
      requestBody ? [`${gateway} ${method.toUpperCase()} ${path}`] : [],
    ),
  );
}

let stack: LaurelStack;
let secretKey: string;
let keyId: string;
let etag: string;
/** Of an owner of the tenant: some routes are for people alone. */
let cookie: string;
let operatorId: string;

beforeAll(async () => {
  stack = await LaurelStack.shared();
  ({ secretKey } = await stack.createWorkspace('assigned', 'dev'));
  const api = new Api(stack, secretKey);
  await api.publish(PROGRAM);
  etag = (await api.admin('/v1/draft')).headers.get('etag') ?? '';
  cookie = await signIn();
  keyId = String((await api.edit('POST', '/v1/keys', { kind: 'secret', name: 'another' })).body['id']);
});
afterAll(() => stack.stop());

async function signIn(): Promise<string> {
  const [email, password] = ['ann@example.com', 'a password of twelve'];
  const args = ['--tenant', stack.tenant('assigned'), '--email', email, '--name', 'Ann'];
  const output = await runScript('admin-gateway', 'create-owner.js', args, stack.environment);
  const { passwordToken: token } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as { passwordToken: string };
  await post('/v1/passwords', { token, password });
  const signedIn = await post('/v1/sessions', { email, password });
  operatorId = ((await signedIn.json()) as { operator: { id: string } }).operator.id;
  return (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${stack.admin.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const isOfPeople = (path: string): boolean => /^\/v1\/(session|operators)/.test(path);

function send(route: string, path: string, body: object): Promise<RawAnswer> {
  const [gateway, method] = route.split(' ');
  const isMergePatch = method === 'PATCH' && !/^\/v1\/(players|keys|operators)/.test(path);
  return sendRaw(gateway === 'ingestion' ? stack.ingestion.url : stack.admin.url, {
    method: method ?? '',
    path: path.replace('KEY', keyId).replace('OPERATOR', operatorId),
    body: JSON.stringify(path.endsWith('/batch') ? [body] : body),
    headers: {
      ...(isOfPeople(path) ? { cookie, 'x-laurel-csrf': '1' } : { authorization: `Bearer ${secretKey}` }),
      'content-type': isLine(path)
        ? 'application/x-ndjson'
        : isMergePatch
          ? 'application/merge-patch+json'
          : 'application/json',
      'if-match': etag,
    },
  });
}

/** One body stands for several things, each of which is answered by itself. */
const isLine = (path: string): boolean => path.startsWith('/v1/imports');

describe('a field that no documentation names', () => {
  it('has every route that takes a body in its table', () => {
    expect([...documentedWrites('ingestion'), ...documentedWrites('admin')].sort()).toEqual(Object.keys(WRITES).sort());
  });

  it.each(Object.entries(WRITES))('is refused by name: %s', async (route, [path, body]) => {
    for (const field of UNDOCUMENTED) {
      const answer = await send(route, path, { ...body, [field]: 'ws_other' });
      if (path.endsWith('/batch')) {
        expect(JSON.parse(answer.body)).toMatchObject({ accepted: 0, results: [{ errors: [{ path: `/${field}` }] }] });
        continue;
      }
      if (isLine(path)) {
        expect(JSON.parse(answer.body)).toMatchObject({ accepted: 0, rejected: [{ errors: [{ path: `/${field}` }] }] });
        continue;
      }
      expectRefused(answer);
      const { errors } = JSON.parse(answer.body) as { readonly errors?: readonly { readonly path: string }[] };
      expect([answer.status, errors?.map((error) => error.path)]).toEqual([422, expect.arrayContaining([`/${field}`])]);
    }
  });
});
