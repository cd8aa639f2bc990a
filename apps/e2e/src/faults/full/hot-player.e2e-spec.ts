import { EVENTS_PARTITIONS, partitionOf, playerKey } from '@laurel/contracts';
import { Api } from '../../stack/api.js';
import { LaurelStack } from '../../stack/laurel-stack.js';
import { FaultRun } from '../harness/fault-run.js';
import { HOT_PLAYER } from '../harness/game-events.js';
import { chanceOf } from '../harness/seed.js';

const PER_SECOND = 20;
/** Ten seconds' worth may come at once. */
const AT_ONCE = 10 * PER_SECOND;
const MS_PER_SECOND = 1_000;
const PROBES = 150;
/** More than noise: what a partition that stands behind the hot one's would show is seconds. */
const SLACK_MS = 250;

let stack: LaurelStack;

beforeAll(async () => {
  stack = await LaurelStack.start({ LAUREL_PLAYER_EVENTS_PER_SECOND: String(PER_SECOND) });
}, 120_000);
afterAll(() => stack.stop());

/** Waits for the outcome of one event after the other, in partitions that none of these hot players is in. */
async function p99OfOthers(games: FaultRun['games'], round: string): Promise<number> {
  const hot = new Set(games.map(({ workspace }) => partitionOf(playerKey(workspace, HOT_PLAYER))));
  const { workspace, secretKey } = await stack.createWorkspace(`probes-${round}`, 'dev');
  const inPartition = (partition: number): string => {
    for (let index = 0; ; index += 1) {
      if (partitionOf(playerKey(workspace, `probe-${index}`)) === partition) return `probe-${index}`;
    }
  };
  const partitions = Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => partition);
  const players = partitions.filter((partition) => !hot.has(partition)).map(inPartition);
  const api = new Api(stack, secretKey);
  const took: number[] = [];
  for (let probe = 0; probe < PROBES; probe += 1) {
    const sentAt = performance.now();
    const { status } = await api.sendAndWait({ type: 'probe', playerId: players[probe % players.length] });
    expect(status).toBe(200);
    took.push(performance.now() - sentAt);
  }
  took.sort((left, right) => left - right);
  return took[Math.ceil(PROBES * 0.99) - 1] ?? 0;
}

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

  it('makes nobody in another partition wait', async () => {
    const chance = chanceOf('hot-player-others');
    const load = { stack, eventsPerSecond: 300, retries: false, players: 600 };
    const even = await FaultRun.start({ ...load, chance: chance.fork() });
    const before = await p99OfOthers(even.games, 'even');
    await even.expectExactlyOnce();

    const hot = await FaultRun.start({ ...load, chance: chance.fork(), hotShare: 0.9 });
    const beside = await p99OfOthers(hot.games, 'hot');
    await hot.expectExactlyOnce();
    expect(hot.count('refused')).toBeGreaterThan(0);

    process.stdout.write(
      `  p99 of others ${before.toFixed(0)} ms without a hot player, ${beside.toFixed(0)} ms beside one\n`,
    );
    expect(beside).toBeLessThan(2 * before + SLACK_MS);
  }, 240_000);
});
