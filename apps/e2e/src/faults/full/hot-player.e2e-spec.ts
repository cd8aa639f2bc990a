import { LaurelStack } from '../../stack/laurel-stack.js';
import { FaultRun } from '../harness/fault-run.js';
import { HOT_PLAYER } from '../harness/game-events.js';
import { chanceOf } from '../harness/seed.js';

const PER_SECOND = 20;
/** Ten seconds' worth may come at once. */
const AT_ONCE = 10 * PER_SECOND;
const MS_PER_SECOND = 1_000;

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start({ LAUREL_PLAYER_EVENTS_PER_SECOND: String(PER_SECOND) });
}, 120_000);
afterAll(() => stack.stop());

describe('one player with nine tenths of the load', () => {
  it('is refused beyond the limit, event by event, and the events of all others are taken and scored', async () => {
    const chance = chanceOf('hot-player');
    const began = performance.now();
    // 600 players and 60 events a second: nobody but the hot one comes near the limit.
    const run = await FaultRun.start({
      stack,
      chance,
      eventsPerSecond: 600,
      retries: false,
      players: 600,
      hotShare: 0.9,
    });
    await run.untilMore(1_200);
    await run.expectExactlyOnce();
    const elapsedSeconds = (performance.now() - began) / MS_PER_SECOND;

    for (const { sent } of run.games) {
      const events = [...sent.all.values()];
      const [hot, others] = [true, false].map((isHot) =>
        events.filter(({ event }) => (event.playerId === HOT_PLAYER) === isHot),
      );
      const taken = hot?.filter(({ standing }) => standing === 'acknowledged').length ?? 0;
      expect(taken).toBeLessThanOrEqual(AT_ONCE + Math.ceil(elapsedSeconds * PER_SECOND));
      expect(others?.filter(({ standing }) => standing !== 'acknowledged')).toEqual([]);
    }
    expect(run.count('refused')).toBeGreaterThan(0);
  }, 120_000);
});
