import { until } from '@laurel/testing';
import { AttackedStack, MARK } from './attacked-stack.js';
import { expectRefused } from './expect-refused.js';
import { HOSTILE_EVENTS, HOSTILE_JSON, type HostileBody } from './hostile-bodies.js';
import { type RawAnswer, type RawRequest, sendRaw } from './raw-http.js';

/** Far over what a service holds at rest (some 130 MiB), far below what a bomb would fill. */
const MOST_MIB = 512;

let attacked: AttackedStack;
let bearer: Readonly<Record<string, string>>;

beforeAll(async () => {
  attacked = await AttackedStack.start();
  bearer = { authorization: `Bearer ${attacked.key}` };
});
afterAll(() => attacked.stop());

afterEach(async () => {
  expect(await attacked.ailments()).toEqual([]);
});

const ingestion = (request: RawRequest): Promise<RawAnswer> => withKey(attacked.stack.ingestion.url, request);
const admin = (request: RawRequest): Promise<RawAnswer> => withKey(attacked.stack.admin.url, request);
const query = (path: string): Promise<RawAnswer> => withKey(attacked.stack.query.url, { path });

const withKey = (base: string, { headers, ...request }: RawRequest): Promise<RawAnswer> =>
  sendRaw(base, { ...request, headers: { ...bearer, ...headers } });

const post = (path: string, [, body, headers]: HostileBody): RawRequest => {
  return { method: 'POST', path, body, headers: { 'content-type': 'application/json', ...headers } };
};

const named = (bodies: readonly HostileBody[]): (readonly [name: string, hostile: HostileBody])[] =>
  bodies.map((hostile) => [hostile[0], hostile]);

describe('a body that', () => {
  it.each(named([...HOSTILE_JSON, ...HOSTILE_EVENTS]))('%s is refused as an event', async (_name, hostile) => {
    expectRefused(await ingestion(post('/v1/events', hostile)));
  });

  it.each(named(HOSTILE_EVENTS.filter(([, body]) => typeof body === 'string')))(
    '%s spoils nothing but its place in a batch',
    async (_name, [, body, headers]) => {
      const good = `{"type":"scored","playerId":"${MARK}"}`;
      const lines = post('/v1/events/batch', ['', `${good}\n${String(body)}\n${good}`]);
      const answer = await ingestion({ ...lines, headers: { 'content-type': 'application/x-ndjson', ...headers } });
      if (headers) return expectRefused(answer);
      expect(JSON.parse(answer.body)).toMatchObject({
        results: [{ status: 'accepted' }, { status: 'rejected' }, { status: 'accepted' }],
      });
    },
  );

  it.each(
    ['/v1/releases', '/v1/player-tokens', '/v1/events/e1/void'].flatMap((path) =>
      HOSTILE_JSON.map((hostile) => [hostile[0], path, hostile] as const),
    ),
  )('%s is refused at %s', async (_name, path, hostile) => {
    expectRefused(await admin(post(path, hostile)));
  });

  it('has thousands of mistakes is told of some, in an answer that is no larger', async () => {
    const rules = Array.from({ length: 1_000 }, () => ({ then: Array.from({ length: 50 }, () => ({})) }));
    const program = JSON.stringify({ program: { stats: [], leaderboards: [], rules } });
    expectRefused(await admin(post('/v1/releases', ['', program])));
    const events = JSON.stringify(Array.from({ length: 1_000 }, () => Object.fromEntries(names(100))));
    const batch = await ingestion(post('/v1/events/batch', ['', events]));
    expect(batch.body.length).toBeLessThan(4 * events.length);
  });
});

const names = (count: number): [string, number][] => Array.from({ length: count }, (_, index) => [`k${index}`, index]);

describe('names that mean something to databases and to JavaScript', () => {
  it('are data: such events count once, for the player whose they are', async () => {
    const properties: readonly object[] = [
      { $gt: '', $where: 'sleep(1)', 'a.b': 1, $set: { balance: 9 } },
      { _bsontype: 'ObjectId', id: 'x' },
      { $ref: 'players.x', $id: 1, toJSON: 1, then: 1, hasOwnProperty: 1, toString: 1, '': { '': 1 } },
    ];
    const players = ['__proto__', 'constructor', '$gt', '../a', 'bob'];
    for (const playerId of players) {
      for (const [index, one] of properties.entries()) {
        const event = { eventId: `names-${index}`, type: 'scored', playerId, properties: one };
        expect((await attacked.api.sendAndWait(event)).body).toMatchObject({ status: 'processed' });
        expect((await attacked.api.sendAndWait(event)).body).toMatchObject({ status: 'duplicate' });
      }
      expect((await attacked.api.query(`/v1/players/${encodeURIComponent(playerId)}`)).body).toMatchObject({
        playerId,
        stats: { points: 3, constructor: 6 },
        balances: { prototype: 9 },
      });
    }
    const entries = await until('all are ranked', async () => {
      const { body } = await attacked.api.query('/v1/leaderboards/constructor');
      const all = body['entries'] as readonly { readonly playerId: string; readonly score: number }[];
      const theirs = all.filter(({ playerId }) => players.includes(playerId));
      return theirs.length === players.length && theirs;
    });
    expect(entries.map(({ score }) => score)).toEqual([3, 3, 3, 3, 3]);
  });

  it('are no names of resources', async () => {
    for (const key of ['__proto__', 'toString', 'hasOwnProperty', '$gt', 'constructor%00']) {
      expectRefused(await query(`/v1/leaderboards/${key}`));
      expectRefused(await admin({ path: `/v1/releases/${key}` }));
      expectRefused(await query(`/errors/${key}`));
    }
  });

  it('have changed nothing for anybody else', async () => {
    const { body } = await attacked.api.query('/v1/players/bob');
    expect(body).not.toHaveProperty('polluted');
    expect((await query('/v1/leaderboards/constructor')).body).not.toContain('polluted');
  });
});

describe('a question', () => {
  const LISTS = ['/v1/events', '/v1/leaderboards/constructor'];
  it.each([
    ...['playerId[$ne]=x', 'limit[$gt]=1', '__proto__[x]=1', '__proto__=1', 'constructor=1', 'toString=1'],
    ...[
      'constructor[prototype][x]=1',
      'limit=1&limit=2',
      'limit[]=1',
      'limit=1e400',
      'limit=%00',
      'workspace=ws_other',
    ],
    ...['cursor=%7B%22%24gt%22%3A%22%22%7D', 'cursor=a&cursor=b', 'limit=NaN', '%=1', '%ff=1'],
    Array.from({ length: 2_000 }, (_, index) => `a${index}`).join('&'),
  ])('is refused: ?%s', async (search) => {
    for (const path of LISTS) expectRefused(await query(`${path}?${search}`));
    expectRefused(await admin({ path: `/v1/releases?${search}` }));
  });

  it.each([
    ...['/v1/players/..%2f..%2fetc%2fpasswd', '/v1/players/../../../etc/passwd', '/errors/..%2f..%2f..%2fpackage.json'],
    ...['/errors/../../package.json', '/v1/players/%2e%2e/events', '//v1/events', '/v1/events/%00', '/v1/players/%ff'],
    ...[
      '/v1/players/%c0%ae%c0%ae',
      '/V1/EVENTS',
      '/v1/events/',
      '/v1/events;x=1',
      '/v1/leaderboards/a%2f..%2fconstructor',
    ],
    ...[`/v1/players/${'x'.repeat(8_000)}`, 'http://metadata.internal/latest', '/v1/leaderboards/constructor%0d%0ax:1'],
  ])('finds nothing: %s', async (path) => {
    for (const { url } of attacked.gateways) expectRefused(await withKey(url, { path }));
  });

  it.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'SEARCH', 'MKCOL'])('by %s is refused', async (method) => {
    expectRefused(await ingestion({ method, path: '/v1/events' }));
    expectRefused(await admin({ method, path: '/v1/releases' }));
    expectRefused(await withKey(attacked.stack.query.url, { method, path: '/v1/leaderboards/constructor' }));
  });

  it('by HEAD is answered without a body, and to nobody without a key', async () => {
    const { url } = attacked.stack.query;
    const request = { method: 'HEAD', path: '/v1/leaderboards/constructor' };
    expect(await withKey(url, request)).toMatchObject({ status: 200, body: '' });
    expect(await sendRaw(url, request)).toMatchObject({ status: 401, body: '' });
  });

  it('from a page of another origin is answered by what players use alone', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    const answers = await Promise.all(
      attacked.gateways.map(({ url }) => sendRaw(url, { method: 'OPTIONS', path: '/v1/events', headers })),
    );
    expect(answers.map((answer) => answer.headers['access-control-allow-origin'])).toEqual(['*', undefined, '*']);
    expect(answers.map((answer) => answer.headers['access-control-allow-credentials'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('after all of it', () => {
  it('nothing of an attack, and no key, is in the logs', () => {
    expect(attacked.linesWith(MARK)).toEqual([]);
    expect(attacked.linesWith(attacked.key)).toEqual([]);
    expect(attacked.linesWith('"level":"error"')).toEqual([]);
  });

  it('no service has held much memory', () => {
    expect(attacked.memoryBeyond(MOST_MIB)).toEqual([]);
  });
});
