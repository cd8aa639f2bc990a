import { once } from 'node:events';
import { testServers, until } from '@laurel/testing';
import { WebSocket } from 'ws';
import { Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';
import { expectRefused } from './expect-refused.js';
import { type RawRequest, sendRaw } from './raw-http.js';

const REDIS_PASSWORD = 'password-in-a-url';
const WRONG_PASSWORD = 'password-of-nobody';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'scored', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount: 1 }] }],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

let stack: LaurelStack;
let key: string;
let api: Api;
/** Everything that must be in no log, by what it is. */
const secrets = new Map<string, string>();
const lines: string[] = [];

beforeAll(async () => {
  const redis = new URL(testServers().redisUrl);
  redis.password = REDIS_PASSWORD;
  stack = await LaurelStack.start({ LAUREL_LOG_LEVEL: 'debug', LAUREL_REDIS_URL: redis.href });
  for (const service of stack.services) {
    lines.push(...service.log);
    service.onLine((line) => lines.push(line));
  }
  key = (await stack.createWorkspace('secretive', 'dev')).secretKey;
  api = new Api(stack, key);
  await api.publish(PROGRAM);
  const [, , signing = ''] = stack.environment['LAUREL_PLAYER_TOKEN_PRIVATE_KEY']?.split(/\\n|\n/) ?? [];
  for (const [name, secret] of [
    ['the secret key', key],
    ['its secret alone', key.slice(key.lastIndexOf('_') + 1)],
    ['a wrong key', wrong(key)],
    ['the key that signs player tokens', signing],
    ['the password of Redis', REDIS_PASSWORD],
    ['a password of nobody', WRONG_PASSWORD],
  ] as const) {
    secrets.set(name, secret);
  }
});
afterAll(() => stack.stop());

/** The key with another secret. */
const wrong = (secretKey: string): string => secretKey.replace(/.{12}$/, 'XXXXXXXXXXXX');

const gateways = () => [stack.ingestion, stack.admin, stack.query];

describe('a key that is sent', () => {
  it.each<readonly [where: string, request: (secret: string) => RawRequest]>([
    ['as a parameter', (secret) => ({ path: `/v1/limits?key=${secret}` })],
    ['as access_token', (secret) => ({ path: `/v1/limits?access_token=${secret}` })],
    ['as authorization in the query', (secret) => ({ path: `/v1/limits?authorization=Bearer%20${secret}` })],
    [
      'as a cookie',
      (secret) => ({ path: '/v1/limits', headers: { cookie: `authorization=Bearer ${secret}; key=${secret}` } }),
    ],
    [
      'as user and password',
      (secret) => ({ path: '/v1/limits', headers: { authorization: `Basic ${btoa(`${secret}:`)}` } }),
    ],
    [
      'as a header of its own',
      (secret) => ({ path: '/v1/limits', headers: { 'x-api-key': secret, 'api-key': secret } }),
    ],
    ['as a path', (secret) => ({ path: `/v1/${secret}/limits` })],
  ])('%s is no credential', async (_where, request) => {
    for (const { url } of gateways()) expectRefused(await sendRaw(url, request(key)));
  });

  it('as a request id is not taken for one', async () => {
    const headers = { authorization: `Bearer ${key}`, 'x-request-id': key };
    for (const { url } of gateways()) {
      const answer = await sendRaw(url, { path: '/v1/limits', headers });
      expect([answer.status, answer.headers['x-request-id']]).toEqual([200, expect.stringMatching(/^req_/)]);
    }
  });
});

describe('the logs of all services, at level debug, hold no secret', () => {
  it('after requests that succeed', async () => {
    const token = String((await api.playerToken('ann')).body['token']);
    const created = await api.edit('POST', '/v1/keys', { kind: 'secret', name: 'second' });
    const rolled = await api.edit('POST', `/v1/keys/${String(created.body['id'])}/roll`, {});
    secrets.set('a player token', token);
    secrets.set('its signature', token.slice(token.lastIndexOf('.') + 1));
    secrets.set('another key', String(created.body['key']));
    secrets.set('a rolled key', String(rolled.body['key']));
    expect([created.status, rolled.status]).toEqual([201, 201]);
    expect((await api.sendAndWait({ type: 'scored', playerId: 'ann' })).body).toMatchObject({ status: 'processed' });
    expect((await new Api(stack, token).query('/v1/players/ann')).status).toBe(200);
    expect((await api.admin('/v1/audit')).status).toBe(200);
    await watchWith(token);
    await streamWith(key);
  });

  it('after requests that fail', async () => {
    for (const { url } of gateways()) {
      for (const credential of [wrong(key), `${key}x`, key.slice(0, -1), WRONG_PASSWORD, 'eyJhbGciOiJub25lIn0.e30.x']) {
        const headers = { authorization: `Bearer ${credential}` };
        expectRefused(await sendRaw(url, { path: '/v1/limits', headers }));
        expectRefused(await sendRaw(url, { path: `/v1/events/${credential}?token=${credential}`, headers }));
      }
    }
    const bodies = [
      { type: key, playerId: key, [key]: key },
      { secretKey: key, token: WRONG_PASSWORD, password: WRONG_PASSWORD },
    ];
    for (const body of bodies) {
      expect((await api.sendEvent(body)).status).toBe(422);
      expect((await api.edit('POST', '/v1/keys', body)).status).toBe(422);
      expect((await api.edit('PUT', `/v1/stats/${key}`, body)).status).toBeGreaterThanOrEqual(400);
    }
    await watchWith(wrong(key));
  });

  it('when all of them are read', async () => {
    await until('the last request is logged', () => lines.some((line) => line.includes('http.request')));
    await stack.stop();
    expect(lines.length).toBeGreaterThan(50);
    expect([...secrets.values()].filter((secret) => secret.length < 8 || secret === 'undefined')).toEqual([]);
    for (const [name, secret] of secrets) {
      expect([name, lines.filter((line) => line.includes(secret))]).toEqual([name, []]);
    }
  });
});

/** Watches by a ticket in the address, and tries a key in its place. */
async function streamWith(secretKey: string): Promise<void> {
  const authorization = `Bearer ${secretKey}`;
  const issued = await fetch(`${stack.query.url}/v1/live/tickets`, { method: 'POST', headers: { authorization } });
  const { ticket } = (await issued.json()) as { readonly ticket: string };
  secrets.set('a ticket', ticket);
  const statuses: number[] = [];
  for (const sent of [ticket, ticket, secretKey]) {
    const answer = await fetch(`${stack.query.url}/v1/live/stream?topic=leaderboard:top&ticket=${sent}`);
    statuses.push(answer.status);
    await answer.body?.cancel();
  }
  expect(statuses).toEqual([200, 401, 401]);
}

/** Says who it is on the live feed, and hears an answer. */
async function watchWith(token: string): Promise<void> {
  const address = `${stack.query.url.replace('http', 'ws')}/v1/live`;
  const [refused] = (await once(new WebSocket(`${address}?token=${token}`), 'error')) as [Error];
  expect(refused.message).toContain('400');
  const socket = new WebSocket(address);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'auth', token }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', topic: token }));
  socket.terminate();
}
