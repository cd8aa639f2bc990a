import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import { expectRefused } from './expect-refused.js';
import { type RawAnswer, sendRaw } from './raw-http.js';

const PROGRAM = {
  eventTypes: [{ key: 'scored' }],
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'scored', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount: 1 }] }],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};
/** A good body of every route that takes one, and the path to send it to. */
const WRITES: Readonly<Record<string, readonly [path: string, body: object]>> = {
  'ingestion POST /v1/events': ['/v1/events', { type: 'scored', playerId: 'ann' }],
  'ingestion POST /v1/events/batch': ['/v1/events/batch', { type: 'scored', playerId: 'ann' }],
  'admin POST /v1/events/{id}/void': ['/v1/events/e1/void', { reason: 'a test' }],
  'admin PUT /v1/players/{id}': ['/v1/players/ann', { name: 'Ann' }],
  'admin PATCH /v1/players/{id}': ['/v1/players/ann', { name: 'Ann' }],
  'admin POST /v1/players/{id}/suspend': ['/v1/players/ann/suspend', { reason: 'a test' }],
  'admin POST /v1/players/{id}/ban': ['/v1/players/ann/ban', { reason: 'a test' }],
  'admin POST /v1/players/{id}/reinstate': ['/v1/players/ann/reinstate', { reason: 'a test' }],
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
  'admin PUT /v1/event-types/{key}': ['/v1/event-types/scored', { ...PROGRAM.eventTypes[0] }],
  'admin PATCH /v1/event-types/{key}': ['/v1/event-types/scored', {}],
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

beforeAll(async () => {
  stack = await LaurelStack.start();
  ({ secretKey } = await stack.createWorkspace('assigned', 'dev'));
  const api = new Api(stack, secretKey);
  await api.publish(PROGRAM);
  etag = (await api.admin('/v1/draft')).headers.get('etag') ?? '';
  keyId = String((await api.edit('POST', '/v1/keys', { kind: 'secret', name: 'another' })).body['id']);
});
afterAll(() => stack.stop());

function send(route: string, path: string, body: object): Promise<RawAnswer> {
  const [gateway, method] = route.split(' ');
  const isMergePatch = method === 'PATCH' && !path.startsWith('/v1/players') && !path.startsWith('/v1/keys');
  return sendRaw(gateway === 'ingestion' ? stack.ingestion.url : stack.admin.url, {
    method: method ?? '',
    path: path.replace('KEY', keyId),
    body: JSON.stringify(path.endsWith('/batch') ? [body] : body),
    headers: {
      authorization: `Bearer ${secretKey}`,
      'content-type': isMergePatch ? 'application/merge-patch+json' : 'application/json',
      'if-match': etag,
    },
  });
}

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
      expectRefused(answer);
      const { errors } = JSON.parse(answer.body) as { readonly errors?: readonly { readonly path: string }[] };
      expect([answer.status, errors?.map((error) => error.path)]).toEqual([422, expect.arrayContaining([`/${field}`])]);
    }
  });
});
