import { once } from 'node:events';
import { type AddressInfo, connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import { silentLog, testServers, until } from '@laurel/testing';
import { createRedisClient, type RedisClient } from './redis-client.js';
import { isRedisUnavailable } from './redis-failure.js';
import { redisAnswers } from './redis-health.js';
import { closeRedis } from './redis.module.js';

const failureOf = (command: Promise<unknown>): Promise<unknown> =>
  command.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each([
  ['a Redis connection', false],
  ['a Redis connection that batches', true],
])('%s', (_what, isBatched) => {
  let redis: RedisClient;

  afterEach(() => closeRedis(redis));

  const connect = async (url: string): Promise<void> => {
    redis = createRedisClient({ url, isBatched }, silentLog);
    await once(redis, 'ready');
  };

  it('answers once it is connected', async () => {
    await connect(testServers().redisUrl);
    await expect(redisAnswers(redis)).resolves.toBe(true);
  });

  it('refuses commands at once before it is connected', async () => {
    redis = createRedisClient({ url: testServers().redisUrl, isBatched }, silentLog);
    expect(isRedisUnavailable(await failureOf(redis.ping()))).toBe(true);
  });

  it('refuses commands at once where no server listens, and says why it is not ready', async () => {
    const port = await freePort();
    redis = createRedisClient({ url: `redis://127.0.0.1:${port}`, isBatched }, silentLog);
    expect(isRedisUnavailable(await failureOf(redis.ping()))).toBe(true);
    await expect(redisAnswers(redis)).resolves.toMatch(/^Redis does not answer: /);
  });

  describe('behind a server that can be silenced', () => {
    let front: Server;
    let silent: boolean;
    let accepted: Socket[];

    beforeEach(async () => {
      silent = false;
      accepted = [];
      front = createServer((client) => {
        accepted.push(client);
        const { hostname, port } = new URL(testServers().redisUrl);
        const upstream = connectTo(Number(port || 6379), hostname).on('error', () => undefined);
        client.on('data', (bytes) => upstream.write(bytes));
        upstream.on('data', (bytes) => silent || client.write(bytes));
        client.on('error', () => undefined).on('close', () => upstream.destroy());
      });
      front.listen(0, '127.0.0.1');
      await once(front, 'listening');
      await connect(`redis://127.0.0.1:${(front.address() as AddressInfo).port}`);
    });

    afterEach(() => {
      for (const socket of accepted) socket.destroy();
      front.close();
    });

    it('gives up a command that is not answered, and the connection if the silence lasts', async () => {
      silent = true;
      expect(isRedisUnavailable(await failureOf(redis.ping()))).toBe(true);
      await until('it tries a new connection', () => accepted.length > 1);
      silent = false;
      await until('a connection answers', async () => (await redisAnswers(redis)) === true);
    }, 20_000);

    it('rejects a command whose connection drops and never sends it again', async () => {
      silent = true;
      const counter = `test-redis-client-${process.hrtime.bigint()}`;
      const failure = failureOf(redis.incr(counter));
      await until('the command is on its way', () => accepted[0] && accepted[0].bytesRead > 0);
      accepted[0]?.destroy();
      silent = false;
      expect(isRedisUnavailable(await failure)).toBe(true);
      await until('it is connected again', async () => (await redisAnswers(redis)) === true);
      expect(Number(await redis.get(counter))).toBeLessThanOrEqual(1);
      await redis.del(counter);
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
