import { TcpFaultProxy } from '@laurel/faults';
import { testServers, until } from '@laurel/testing';
import { LaurelStack } from '../../stack/laurel-stack.js';
import { FaultRun } from '../harness/fault-run.js';
import { addressOf } from '../harness/own-servers.js';
import { SEED, chanceOf } from '../harness/seed.js';

const proxy = new TcpFaultProxy(SEED);
let stack: LaurelStack;

beforeAll(async () => {
  await proxy.start(addressOf(testServers().redisUrl));
  stack = await LaurelStack.start({
    LAUREL_REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
    LAUREL_SCORING_MAX_RANKS_LAG_MS: '2000',
  });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await proxy.stop();
});

const positions = async (run: FaultRun): Promise<string> =>
  JSON.stringify((await run.committed.checkpoints()).map(({ _id, offset }) => [_id, offset]).sort());

describe('while Redis swallows everything for longer than ranks may lag', () => {
  it('events are accepted still, scoring pauses, and both the state and the ranks catch up after', async () => {
    const chance = chanceOf('redis-pause');
    const run = await FaultRun.start({ stack, chance, eventsPerSecond: 300, retries: true });
    await run.untilMore(chance.between(200, 500));
    await proxy.setMode({ kind: 'blackHole' });
    await until(
      'scoring stands still while events are accepted',
      async () => {
        const before = await positions(run);
        await run.untilMore(300);
        return before === (await positions(run));
      },
      90_000,
    );
    expect([...run.load.answers.keys()]).toEqual([202]);
    await proxy.heal();
    await run.expectExactlyOnce();
  }, 300_000);
});
