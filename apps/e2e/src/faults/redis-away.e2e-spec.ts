import { TcpFaultProxy } from '@laurel/faults';
import { createRedisClient } from '@laurel/platform-redis';
import { silentLog, testServers, until } from '@laurel/testing';
import { LaurelStack } from '../stack/laurel-stack.js';
import { FaultRun } from './harness/fault-run.js';
import { addressOf } from './harness/own-servers.js';
import { readPage } from './harness/read-board.js';
import { IS_FULL, SEED, chanceOf } from './harness/seed.js';

/** A database of Redis that no other test uses: this one empties it. */
const DATABASE = 9;

const proxy = new TcpFaultProxy(SEED);
let stack: LaurelStack;

beforeAll(async () => {
  await proxy.start(addressOf(testServers().redisUrl));
  stack = await LaurelStack.start({ LAUREL_REDIS_URL: `redis://127.0.0.1:${proxy.port}/${DATABASE}` });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await proxy.stop();
});

const board = { board: 'points', window: 'all' };
const isWarming = async (run: FaultRun): Promise<boolean> =>
  (await readPage(stack.query.url, run.games[0]?.secretKey ?? '', board)).warming === true;

describe('while Redis fails', () => {
  it('all keys flushed in mid-load: reads say warming, never a wrong rank, and the ranks come back by themselves', async () => {
    const chance = chanceOf('redis-flush');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 400, retries: true });
    const redis = createRedisClient({ url: `${testServers().redisUrl}/${DATABASE}` }, silentLog);
    await until('Redis answers', () => redis.status === 'ready');
    try {
      for (let flush = 1; flush <= (IS_FULL ? 4 : 2); flush += 1) {
        await run.untilMore(chance.between(300, 900));
        await redis.flushdb();
        // They may be back before anybody looked.
        await until(
          'the ranks are known to be gone, or are coming back',
          async () => (await isWarming(run)) || (await redis.dbsize()) > 0,
        );
      }
    } finally {
      redis.disconnect();
    }
    await run.untilMore(300);
    await run.expectExactlyOnce();
  }, 300_000);

  it('a black hole: events are accepted and scored on, reads say warming, and the ranks catch up after', async () => {
    const chance = chanceOf('redis-black-hole');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    await run.untilMore(chance.between(200, 500));
    await proxy.setMode({ kind: 'blackHole' });
    await until('reads say warming', () => isWarming(run));
    await run.untilMore(IS_FULL ? 3_000 : 900);
    await run.untilScored();
    expect(await isWarming(run)).toBe(true);
    await proxy.heal();
    await run.expectExactlyOnce();
  }, 300_000);

  it('slow, cut into slices and reset at random: the ranks are right or absent, and right after', async () => {
    const chance = chanceOf('redis-slow');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    for (const mode of chance.shuffled([
      { kind: 'latency', ms: 50, jitterMs: 400 },
      { kind: 'slicer', bytes: 40, delayMs: 1 },
      { kind: 'bandwidth', bytesPerSecond: 60_000 },
      { kind: 'reset' },
    ] as const)) {
      await proxy.setMode(mode);
      await run.untilMore(chance.between(200, 500));
      proxy.resetConnections();
      await proxy.heal();
      await run.untilMore(100);
    }
    await run.expectExactlyOnce();
  }, 300_000);
});
