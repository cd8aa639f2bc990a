import { until } from '@laurel/testing';
import { LaurelStack } from '../../stack/laurel-stack.js';
import type { ServiceProcess } from '../../stack/service-process.js';
import { Balancer } from '../harness/balancer.js';
import { FaultRun } from '../harness/fault-run.js';
import { chanceOf } from '../harness/seed.js';

const ROUNDS = 2;

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start();
}, 120_000);
afterAll(() => stack.stop());

const others: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const other of others.splice(0)) await other.stop();
});

/** A second instance beside the stack's own, and a balancer before both. */
async function doubled(first: ServiceProcess) {
  const second = stack.another(first.app);
  await second.start();
  const balancer = new Balancer([first, second]);
  others.push(balancer, second);
  return {
    url: balancer.url,
    /** Stops each in turn under load, and starts it again. */
    roll: async (): Promise<void> => {
      for (const instance of [first, second]) {
        const code = await instance.stop();
        expect([code, code === 0 ? '' : instance.log.slice(-5)]).toEqual([0, '']);
        await instance.start();
        await until('it gets requests again', () => balancer.isReady(instance));
      }
    },
  };
}

describe('SIGTERM under load', () => {
  it('of scoring: it finishes, leaves its group and exits 0, and its successor goes on', async () => {
    const chance = chanceOf('sigterm-scoring');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    for (let round = 1; round <= ROUNDS; round += 1) {
      await run.untilMore(chance.between(100, 400));
      expect(await stack.scoring.stop()).toBe(0);
      await stack.scoring.start();
    }
    await run.expectExactlyOnce();
  }, 300_000);

  it('of ingestion: clients that honour readiness see no 5xx and no broken connection', async () => {
    const chance = chanceOf('sigterm-ingestion');
    const pair = await doubled(stack.ingestion);
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true, ingestionUrl: pair.url });
    for (let round = 1; round <= ROUNDS; round += 1) {
      await run.untilMore(chance.between(100, 300));
      await pair.roll();
    }
    await run.expectExactlyOnce();
    expect([...run.load.answers.keys()]).toEqual([202]);
  }, 300_000);

  it('of the query gateway: readers that honour readiness see no 5xx and no broken connection', async () => {
    const chance = chanceOf('sigterm-query');
    const pair = await doubled(stack.query);
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 200, retries: true, queryUrl: pair.url });
    for (let round = 1; round <= ROUNDS; round += 1) {
      await run.untilMore(chance.between(100, 300));
      await pair.roll();
    }
    await run.expectExactlyOnce();
    expect(run.watches.map(({ counts }) => counts.failed)).toEqual([0, 0]);
  }, 300_000);
});
