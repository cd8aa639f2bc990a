import { once } from 'node:events';
import { type Clock, systemClock } from '@laurel/kernel';
import { type RedisClient, closeRedis, createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, uniqueTestScope, until } from '@laurel/testing';
import type { Credential } from '../credential.js';
import { InsuredBudgets } from './insured-budgets.js';
import { LocalBudgets } from './local-budgets.js';
import { RateLimiter } from './rate-limiter.js';
import { RedisBudgets } from './redis-budgets.js';

const RATES = { keyPerSecond: 1_000, playerPerSecond: 10, workspacePerSecond: 5_000 };

describe('rate limits in Redis', () => {
  const { keyPrefix } = uniqueTestScope();
  const connections: RedisClient[] = [];
  let keys = 0;

  afterAll(async () => {
    await Promise.all(connections.map((connection) => closeRedis(connection)));
  });

  /** A gateway's limiter: as the module puts it together, with a connection of its own. */
  const instance = async (clock: Clock = systemClock): Promise<RateLimiter> => {
    const redis = createRedisClient(
      { url: testServers().redisUrl, isBatched: true, commandTimeoutMs: 30_000 },
      silentLog,
    );
    connections.push(redis);
    await once(redis, 'ready');
    const shared = new RedisBudgets(redis, keyPrefix);
    return new RateLimiter(new InsuredBudgets(shared, new LocalBudgets(clock), clock, silentLog), RATES, clock);
  };
  const newKey = (workspace = `ws_${(keys += 1)}`): Credential => {
    keys += 1;
    return { kind: 'secret_key', workspace, keyId: `key_${keys}`, permissions: [] };
  };
  const passed = async (limiter: RateLimiter, count: number, credential: Credential): Promise<number> => {
    let allowed = 0;
    for (let sent = 0; sent < count; sent += 100) {
      const charges = await Promise.all(Array.from({ length: 100 }, async () => limiter.of(credential).charge(1)));
      allowed += charges.filter(({ ok }) => ok).length;
    }
    return allowed;
  };

  it('hold for instances together: what one did the others lack, to the request', async () => {
    const instances = [await instance(), await instance(), await instance()];
    const credential = newKey();
    const each = await Promise.all(instances.map((one) => passed(one, 6_000, credential)));
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(10_000);
  });

  it('hold for batches: those that fit are taken whole, the others not at all', async () => {
    const [one, other] = [await instance(), await instance()];
    const credential = newKey();
    const charges = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => (index % 2 ? one : other).of(credential).charge(900)),
    );
    // What one instance has left over, up to a lease, is not the other's to spend.
    expect(charges.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(10);
    expect(charges.filter(({ ok }) => ok).length).toBeLessThanOrEqual(11);
  });

  it('are counted by each instance while Redis is away, and together again once it is back', async () => {
    let ahead = 0;
    const clock: Clock = { now: () => systemClock.now() + ahead };
    const [one, other] = [await instance(clock), await instance(clock)];
    const ended = connections.map((connection) => once(connection, 'end'));
    for (const connection of connections) connection.disconnect();
    await Promise.all(ended);
    const alone = newKey();
    expect(await passed(one, 12_000, alone)).toBe(10_000);
    expect(await passed(other, 12_000, alone)).toBe(10_000);

    await Promise.all(connections.map((connection) => connection.connect()));
    await until('Redis is asked again', async () => {
      ahead += 1_000;
      const credential = newKey();
      await one.of(credential).charge(10_000);
      return !(await other.of(credential).charge(1)).ok;
    });
  });
});
