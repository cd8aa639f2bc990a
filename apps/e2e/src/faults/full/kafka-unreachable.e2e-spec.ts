import { until } from '@laurel/testing';
import { LaurelStack } from '../../stack/laurel-stack.js';
import { FaultRun } from '../harness/fault-run.js';
import { residentMib } from '../harness/memory-watch.js';
import { OwnServers } from '../harness/own-servers.js';
import { SEED, chanceOf } from '../harness/seed.js';

const AWAY_MS = 60_000;
/** What 20,000 waiting messages, requests under way and the driver's own buffers may take. */
const MOST_GROWTH_MIB = 200;

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

const probe = async (path: string): Promise<number> => (await fetch(`${stack.ingestion.url}${path}`)).status;

/** How one more event is refused. */
async function refusal(run: FaultRun): Promise<readonly [number, number]> {
  const [game] = run.games;
  if (!game) throw new Error('nobody plays');
  const event = game.events.next();
  game.sent.begin(event);
  const response = await fetch(`${stack.ingestion.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${game.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  return [response.status, Number(response.headers.get('retry-after'))];
}

describe('while Kafka cannot be reached for a minute', () => {
  it('503 with Retry-After and never 2xx, alive but not ready, memory bounded, and it heals by itself', async () => {
    const chance = chanceOf('kafka-unreachable');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 200, retries: false });
    await run.untilMore(chance.between(200, 600));
    const before = residentMib(stack.ingestion.pid) ?? 0;

    const accepted: (number | undefined)[] = [];
    for (const kind of chance.shuffled(['blackHole', 'down'] as const)) {
      const began = performance.now();
      const refusedBefore = run.load.answers.get(503) ?? 0;
      await servers.proxies.kafka.setMode({ kind });
      await until('requests are refused', () => (run.load.answers.get(503) ?? 0) > refusedBefore, 30_000);
      await until('it is not ready', async () => (await probe('/health/ready')) === 503, 30_000);
      accepted.push(run.load.answers.get(202));
      const [status, retryAfter] = await refusal(run);
      expect([status, retryAfter > 0]).toEqual([503, true]);
      await until('half the time is over', () => performance.now() - began > AWAY_MS / 2, AWAY_MS);
      expect(await probe('/health/live')).toBe(200);
      accepted.push(run.load.answers.get(202));
    }
    expect(new Set(accepted).size).toBe(1);
    expect(run.memory.peak('ingestion-gateway') - before).toBeLessThan(MOST_GROWTH_MIB);

    await servers.proxies.kafka.heal();
    await run.untilMore(300);
    await until('it is ready', async () => (await probe('/health/ready')) === 200, 60_000);
    await run.expectExactlyOnce();
  }, 400_000);
});
