import { once } from 'node:events';
import { silentLog, testServers, uniqueTestScope } from '@laurel/testing';
import { luaScript } from './lua-script.js';
import { createRedisClient, type RedisClient } from './redis-client.js';
import { closeRedis } from './redis.module.js';

describe('luaScript', () => {
  const { keyPrefix } = uniqueTestScope();
  let redis: RedisClient;

  beforeAll(async () => {
    redis = createRedisClient({ url: testServers().redisUrl }, silentLog);
    await once(redis, 'ready');
  });

  afterAll(() => closeRedis(redis));

  // The key prefix makes the text new to the server in every run.
  const joined = luaScript({
    name: `test.joined ${keyPrefix}`,
    lua: `return KEYS[1] .. ARGV[1]`,
    parse: (reply) => ({ text: String(reply) }),
  });

  it('runs on a server that does not know it yet, and again', async () => {
    await expect(joined.run(redis, ['key'], [1])).resolves.toEqual({ text: 'key1' });
    await expect(joined.run(redis, ['key'], ['two'])).resolves.toEqual({ text: 'keytwo' });
  });

  it('rejects with the error of the script', async () => {
    const broken = luaScript({
      name: 'test.broken',
      lua: `return redis.error_reply('BROKEN on purpose')`,
      parse: String,
    });
    await expect(broken.run(redis, [], [])).rejects.toThrow('BROKEN on purpose');
  });
});
