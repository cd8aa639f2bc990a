import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@laurel/testing';
import { LaurelStack } from '../../stack/laurel-stack.js';
import { FaultRun } from '../harness/fault-run.js';
import { OwnServers } from '../harness/own-servers.js';
import { readPage } from '../harness/read-board.js';
import { SEED, chanceOf } from '../harness/seed.js';

let servers: OwnServers;
let stack: LaurelStack;

beforeAll(async () => {
  servers = await OwnServers.start(SEED);
  stack = await LaurelStack.start(servers.environment);
}, 180_000);
afterAll(async () => {
  await stack.stop();
  await servers.stop();
}, 60_000);

const start = (name: string) => {
  const chance = chanceOf(name);
  return { chance, starting: FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true }) };
};

/** Where Redis keeps what it wrote: one file before version 7, a folder since. */
const appendOnlyFiles = ['appendonly.aof', 'appendonlydir'];

const isWarming = async (run: FaultRun): Promise<boolean> => {
  const [game] = run.games;
  const page = await readPage(stack.query.url, game?.secretKey ?? '', { board: 'points', window: 'all' });
  return page.warming === true;
};

describe('servers that restart under load', () => {
  it('Redis killed and restarted empty: reads say warming, and the ranks are rebuilt', async () => {
    const { chance, starting } = start('redis-empty');
    const run = await starting;
    await run.untilMore(chance.between(300, 900));
    const warming = until('reads say warming', () => isWarming(run), 60_000);
    await servers.killAndRestart('redis', () => {
      for (const file of appendOnlyFiles)
        rmSync(join(servers.dataDir, 'redis', file), { recursive: true, force: true });
    });
    await warming;
    await run.untilMore(300);
    await run.expectExactlyOnce();
  }, 300_000);

  it('Redis restarted having lost its last seconds: the gap is seen, and closed from the records', async () => {
    const { chance, starting } = start('redis-lost-a-second');
    const run = await starting;
    await run.untilMore(chance.between(300, 900));
    const redis = join(servers.dataDir, 'redis');
    const kept = join(servers.dataDir, 'redis-before');
    cpSync(redis, kept, { recursive: true });
    await run.untilMore(chance.between(300, 900));
    await servers.killAndRestart('redis', () => {
      for (const file of appendOnlyFiles) rmSync(join(redis, file), { recursive: true, force: true });
      cpSync(kept, redis, { recursive: true });
    });
    await run.untilMore(300);
    await run.expectExactlyOnce();
  }, 300_000);

  it('Kafka killed and restarted: what was acknowledged counts once, the rest when it is sent again', async () => {
    const { chance, starting } = start('kafka-restart');
    const run = await starting;
    await run.untilMore(chance.between(300, 900));
    await servers.killAndRestart('kafka');
    await run.untilMore(600, 120_000);
    await run.expectExactlyOnce();
  }, 300_000);

  it('MongoDB killed and restarted: scoring waits, nothing that was committed is lost, and nothing counts twice', async () => {
    const { chance, starting } = start('mongo-restart');
    const run = await starting;
    for (let kill = 1; kill <= 2; kill += 1) {
      await run.untilMore(chance.between(300, 900));
      await servers.killAndRestart('mongo');
    }
    await run.untilMore(300);
    await run.expectExactlyOnce();
  }, 300_000);

  it('connections to MongoDB reset in mid-commit, again and again: each batch is whole or absent', async () => {
    const { chance, starting } = start('mongo-reset');
    const run = await starting;
    for (let reset = 1; reset <= 15; reset += 1) {
      await run.untilMore(chance.between(1, 150));
      servers.proxies.mongo.resetConnections();
    }
    await run.expectExactlyOnce();
  }, 300_000);
});
