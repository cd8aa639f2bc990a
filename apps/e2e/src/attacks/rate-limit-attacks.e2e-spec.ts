import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import type { ServiceProcess } from '../stack/service-process.js';
import { type RawRequest, sendRaw } from './raw-http.js';

/** What the budgets of ten seconds hold. Each way around asks for more than both. */
const OF_KEY = 50;
const OF_PLAYER = 20;
const OF_WORKSPACE = 80;
const ATTEMPTS = 120;

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
/** Two of each, as behind a balancer. */
let ingestion: readonly ServiceProcess[];
let query: readonly ServiceProcess[];
let tenants = 0;

beforeAll(async () => {
  stack = await LaurelStack.start({
    LAUREL_RATE_LIMIT_KEY_PER_SECOND: String(OF_KEY / 10),
    LAUREL_RATE_LIMIT_PLAYER_PER_SECOND: String(OF_PLAYER / 10),
    LAUREL_RATE_LIMIT_WORKSPACE_PER_SECOND: String(OF_WORKSPACE / 10),
  });
  ingestion = [stack.ingestion, stack.another('ingestion-gateway')];
  query = [stack.query, stack.another('query-gateway')];
  await Promise.all([ingestion[1]?.start(), query[1]?.start()]);
  // A service's first request is its slowest, and one that Redis answers late is counted by its instance alone.
  const key = await newKey();
  for (const { url } of [...ingestion, ...query, stack.admin]) await askLimits(url, key);
});
afterAll(async () => {
  await Promise.all([...ingestion, ...query].map((service) => service.stop()));
  await stack.stop();
});

/** A key whose budget, and whose workspace's, nobody has used. */
const newKey = async (): Promise<string> => {
  tenants += 1;
  return (await stack.createWorkspace(`tenant-${tenants}`, 'dev')).secretKey;
};

const at = (services: readonly ServiceProcess[], index: number): string =>
  services[index % services.length]?.url ?? stack.query.url;

/** How many of the attempts were answered, and not refused. */
async function answered(attempt: (index: number) => Promise<number>): Promise<number> {
  const statuses = await Promise.all(Array.from({ length: ATTEMPTS }, (_, index) => attempt(index)));
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  return statuses.filter((status) => status < 300).length;
}

const askLimits = async (base: string, key: string, more: Partial<RawRequest> = {}): Promise<number> => {
  const headers = { authorization: `Bearer ${key}`, ...more.headers };
  return (await sendRaw(base, { path: '/v1/limits', ...more, headers })).status;
};

describe('the budget of a key holds', () => {
  it.each<readonly [way: string, more: (index: number, key: string) => Partial<RawRequest>]>([
    ['two instances', () => ({})],
    [
      'other addresses',
      (index) => ({ headers: { 'x-forwarded-for': `10.0.0.${index}`, 'x-real-ip': `10.0.1.${index}` } }),
    ],
    ['other hosts', (index) => ({ headers: { host: `host-${index}`, 'x-forwarded-host': `host-${index}` } })],
    [
      'other spellings of the path',
      (index) => ({
        path: ['/v1/limits', '/V1/Limits', '/v1/limits/', '//v1/limits', '/v1/%6cimits', '/v1/./limits'][index % 6],
      }),
    ],
    ['queries and fragments', (index) => ({ path: `/v1/limits?x=${index}#${index}` })],
    [
      'other spellings of the scheme',
      (index, key) => ({ headers: { authorization: `${index % 2 ? 'bearer' : 'BEARER'} ${key}` } }),
    ],
    ['HEAD', (index) => ({ method: index % 2 ? 'HEAD' : 'GET' })],
    [
      'request ids and idempotency keys',
      (index) => ({ headers: { 'x-request-id': `${index}`, 'idempotency-key': `${index}` } }),
    ],
  ])('against %s', async (_way, more) => {
    const key = await newKey();
    const count = await answered((index) => askLimits(at(query, index), key, more(index, key)));
    expect(count).toBeLessThanOrEqual(OF_KEY);
  });

  it('for pages of a board, which are answered ahead of the router', async () => {
    const key = await newKey();
    await new Api(stack, key).publish(PROGRAM);
    const count = await answered((index) => askLimits(at(query, index), key, { path: '/v1/leaderboards/top' }));
    expect(count).toBe(OF_KEY - 1);
  });

  it('to the last request', async () => {
    const key = await newKey();
    expect(await answered((index) => askLimits(at(query, index), key))).toBe(OF_KEY);
  });

  it('at all gateways together', async () => {
    const key = await newKey();
    const gateways = [...ingestion, ...query, stack.admin];
    expect(await answered((index) => askLimits(at(gateways, index), key))).toBe(OF_KEY);
  });
});

describe('the budget of a workspace holds', () => {
  it('against many keys', async () => {
    const owner = await newKey();
    const minted = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        new Api(stack, owner).edit('POST', '/v1/keys', { kind: 'secret', name: `key ${index}` }),
      ),
    );
    const keys = minted.map(({ body }) => String(body['secretKey'] ?? body['key']));
    const count = await answered((index) => askLimits(at(query, index), keys[index % keys.length] ?? ''));
    expect(count).toBe(OF_WORKSPACE - minted.length);
  });

  it('against many players, each of whom has a budget of its own', async () => {
    const owner = await newKey();
    const minted = await Promise.all(
      Array.from({ length: 6 }, (_, index) => new Api(stack, owner).playerToken(`player-${index}`)),
    );
    const tokens = minted.map(({ body }) => String(body['token']));
    const alone = await answered((index) => askLimits(at(query, index), tokens[0] ?? ''));
    expect(alone).toBe(OF_PLAYER);
    const together = await answered((index) => askLimits(at(query, index), tokens[index % tokens.length] ?? ''));
    expect(together).toBe(OF_WORKSPACE - OF_PLAYER - minted.length);
  });
});

describe('the budget holds for more work in fewer requests:', () => {
  const batch = (size: number) =>
    JSON.stringify(Array.from({ length: size }, () => ({ type: 'scored', playerId: 'ann' })));
  const sendBatch = (base: string, key: string, size: number) =>
    sendRaw(base, {
      method: 'POST',
      path: '/v1/events/batch',
      body: batch(size),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });

  it('batches cost 1 per event', async () => {
    const key = await newKey();
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) statuses.push((await sendBatch(at(ingestion, index), key, 10)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
  });

  it('a batch that is more than what is left is refused whole, and a smaller one taken', async () => {
    const key = await newKey();
    const [base] = ingestion.map(({ url }) => url);
    const refused = await sendBatch(base ?? '', key, OF_KEY + 1);
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'auth.rate_limited' });
    expect(refused.headers).toMatchObject({
      'retry-after': expect.stringMatching(/^\d+$/) as string,
      ratelimit: expect.stringMatching(/^"credential";r=\d+;t=\d+, "workspace";r=\d+;t=\d+$/) as string,
    });
    const taken = await sendBatch(base ?? '', key, 10);
    expect(JSON.parse(taken.body)).toMatchObject({ accepted: 10, rejected: 0 });
  });

  it('each connection of the live feed costs what a request costs', async () => {
    const key = await newKey();
    const first = async (index: number): Promise<number> => {
      const socket = new WebSocket(`${at(query, index).replace('http', 'ws')}/v1/live`);
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'auth', token: key }));
      const [frame] = (await once(socket, 'message')) as [Buffer];
      socket.terminate();
      return (JSON.parse(frame.toString()) as { readonly type: string }).type === 'ready' ? 200 : 429;
    };
    expect(await answered(first)).toBe(OF_KEY);
  });
});
