import { until } from '@laurel/testing';
import { LaurelStack } from '../../stack/laurel-stack.js';
import type { ServiceProcess } from '../../stack/service-process.js';
import { FaultRun } from '../harness/fault-run.js';
import { chanceOf } from '../harness/seed.js';

const CHANGE_EVERY_MS = 5_000;

let stack: LaurelStack;
let second: ServiceProcess;

beforeAll(async () => {
  stack = await LaurelStack.start();
  second = stack.another('scoring-service');
}, 120_000);
afterEach(() => second.stop());
afterAll(() => stack.stop());

describe('the consumers of a group', () => {
  it.each([1, 2])(
    'SIGSTOP beyond the session timeout, another takes over, SIGCONT (round %d): the zombie cannot commit',
    async (round) => {
      const chance = chanceOf(`zombie-${round}`);
      const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
      await run.untilMore(chance.between(50, 400));
      stack.scoring.signal('SIGSTOP');
      await second.start();
      await run.untilScored();
      stack.scoring.signal('SIGCONT');
      await run.untilMore(chance.between(200, 600));
      await run.expectExactlyOnce();
    },
    300_000,
  );

  it('added and removed every five seconds: nothing is lost, nothing counts twice, and the lag returns to zero', async () => {
    const chance = chanceOf('consumers-come-and-go');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    for (let change = 1; change <= 5; change += 1) {
      const began = performance.now();
      if (second.pid === undefined) await second.start();
      else await (chance.happens(0.5) ? second.stop() : second.kill());
      await until('five seconds are over', () => performance.now() - began > CHANGE_EVERY_MS);
    }
    await run.expectExactlyOnce();
  }, 300_000);

  it('a partition that goes to another and comes back: players kept in memory from before are not believed', async () => {
    const chance = chanceOf('there-and-back');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true, players: 20 });
    for (let turn = 1; turn <= 2; turn += 1) {
      await run.untilMore(200);
      await second.start();
      await run.untilMore(600);
      await run.untilScored();
      expect(await second.stop()).toBe(0);
    }
    await run.untilMore(600);
    await run.expectExactlyOnce();
  }, 300_000);
});
