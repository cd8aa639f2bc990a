import { LaurelStack } from '../stack/laurel-stack.js';
import { FaultRun } from './harness/fault-run.js';
import { IS_FULL, chanceOf } from './harness/seed.js';

const KILLS = IS_FULL ? 20 : 5;

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start();
}, 120_000);
afterAll(() => stack.stop());

describe('kill -9 of ingestion under load', () => {
  it(`${KILLS} times, with clients that send again: everything counts once, since 2xx comes only after the broker has it`, async () => {
    const chance = chanceOf('kill-ingestion');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await run.untilMore(chance.between(1, 300));
      await stack.ingestion.kill();
      await stack.ingestion.start();
    }
    await run.expectExactlyOnce();
    expect(run.count('acknowledged')).toBeGreaterThan(KILLS);
    expect(run.count('unknown') + run.count('refused')).toBe(0);
  }, 300_000);

  it('with clients that give up: what was acknowledged counts once, what was not at most once', async () => {
    const chance = chanceOf('kill-ingestion-once');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 400, retries: false });
    await run.untilMore(chance.between(100, 400));
    await stack.ingestion.kill();
    await stack.ingestion.start();
    await run.untilMore(200);
    await run.expectExactlyOnce();
    expect(run.count('unknown')).toBeGreaterThan(0);
  }, 300_000);
});
