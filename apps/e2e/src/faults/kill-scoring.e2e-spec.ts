import { once } from 'node:events';
import { LaurelStack } from '../stack/laurel-stack.js';
import { FaultRun } from './harness/fault-run.js';
import { IS_FULL, chanceOf } from './harness/seed.js';

/** Where scoring kills itself when `LAUREL_FAILPOINT` says so, in the order in which it passes them. */
const FAILPOINTS = ['decided', 'committed', 'projected', 'published'];

/** Kills of one game each; the short form plays one game for all four. */
const GAMES = IS_FULL ? FAILPOINTS.map((failpoint) => [failpoint, failpoint]) : [FAILPOINTS];

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start();
}, 120_000);
afterAll(() => stack.stop());

/** Starts scoring so that it dies when it has reached the failpoint the n-th time. */
async function runIntoDeath(failpoint: string, times: number): Promise<void> {
  const dying = stack.scoring.launch({ LAUREL_FAILPOINT: `${failpoint}:${times}` });
  await once(dying, 'exit', { signal: AbortSignal.timeout(90_000) });
  expect(dying.signalCode).toBe('SIGKILL');
}

describe('kill -9 of scoring under load', () => {
  it.each(GAMES.map((kills) => ({ kills, names: kills.join(', then ') })))(
    'when a batch is $names: nothing is lost, nothing counts twice, and the ranks catch up',
    async ({ kills, names }) => {
      const chance = chanceOf(`kill-scoring-${names}`);
      const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
      await run.untilMore(chance.between(1, 200));
      await stack.scoring.stop();
      for (const failpoint of kills) await runIntoDeath(failpoint, chance.between(1, 20));
      await stack.scoring.start();
      await run.untilMore(100);
      await run.expectExactlyOnce();
    },
    300_000,
  );
});
