import { generateKeyPairSync } from 'node:crypto';
import { JwksServer, until } from '@laurel/testing';
import { sign } from 'jsonwebtoken';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'tap', on: ['tapped'], then: [{ effect: 'record', stat: 'points', amount: 1 }] }],
  leaderboards: ['cup', 'league'].map((key) => ({
    ...{ key, source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  })),
  eventTypes: [{ key: 'tapped', clients: true, validation: 'off' }],
};

const provider = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let keys: JwksServer;
let stack: LaurelStack;
let owner: Api;
let ann: Api;

/** A token as the identity provider writes one. */
const tokenOf = (playerId: string): string =>
  sign({ player: playerId }, provider.privateKey, {
    algorithm: 'ES256',
    keyid: 'k1',
    issuer: keys.url,
    audience: ['game-dev', 'chat'],
    subject: 'user-1',
    expiresIn: 600,
  });

beforeAll(async () => {
  keys = await JwksServer.start();
  keys.keys = [{ ...provider.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256' }];
  stack = await LaurelStack.start({ LAUREL_JWKS_REACH: 'loopback' });
  owner = new Api(stack, (await stack.createWorkspace('demo', 'dev')).secretKey);
  ann = new Api(stack, tokenOf('ann'));
  expect(await owner.publish(PROGRAM)).toMatchObject({ status: 201 });
});
afterAll(async () => {
  await stack.stop();
  await keys.stop();
});

it('a player who signed in elsewhere plays, reads what the workspace opened, and nothing else', async () => {
  expect(await ann.query('/v1/players/ann')).toMatchObject({ status: 401, body: { code: 'auth.invalid_credential' } });
  const settings = { issuer: keys.url, audience: 'game-dev', jwksUrl: keys.url, algorithms: ['ES256'] };
  const named = await owner.edit('PUT', '/v1/identity-provider', {
    ...settings,
    playerIdClaim: 'player',
    boards: ['cup'],
  });
  expect(named).toMatchObject({ status: 200 });

  await until('both gateways know the identity provider', async () => {
    const answers = [await ann.query('/v1/leaderboards/cup'), await ann.sendEvent({ eventId: 'e', playerId: 'ann' })];
    return answers.every(({ status }) => status !== 401);
  });
  const event = (playerId: string) => ({ eventId: `of-${playerId}`, type: 'tapped', playerId });
  expect(await ann.sendEvent(event('ann'))).toMatchObject({ status: 202 });
  await until('the event counts', async () => (await ann.query('/v1/players/ann')).status === 200);
  expect((await ann.query('/v1/players/ann')).body['stats']).toMatchObject({ points: 1 });

  expect(await ann.query('/v1/players/bob')).toMatchObject({ status: 403 });
  expect(await ann.sendEvent(event('bob'))).toMatchObject({ status: 403 });
  expect(await ann.query('/v1/leaderboards/league')).toMatchObject({ status: 403 });
  expect(await ann.admin('/v1/keys')).toMatchObject({ status: 401 });

  expect(await owner.edit('DELETE', '/v1/identity-provider')).toMatchObject({ status: 204 });
  await until('both gateways have forgotten it', async () => {
    const answers = [await ann.query('/v1/players/ann'), await ann.sendEvent(event('ann'))];
    return answers.every(({ status }) => status === 401);
  });
});
