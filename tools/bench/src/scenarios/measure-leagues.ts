import { MongoClient } from 'mongodb';
import type { Bench } from '../bench.ts';
import { untilCount } from '../measure/until-count.ts';
import { whole } from '../report/format.ts';
import { benchProgram } from '../stack/program.ts';
import { publishProgram } from '../stack/publish-program.ts';

const GROUP_SIZE = 50;
const PROMOTED = 10;
const WEEK_SECONDS = 7 * 86_400;
/** Closing is expected to take so long. */
const EXPECTED_SECONDS = 30;

const league = {
  ...{ key: 'league', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  windows: [{ kind: 'weekly' }],
  league: {
    ...{ window: 'weekly', groupSize: GROUP_SIZE },
    tiers: [{ key: 'bronze', promote: { count: PROMOTED } }, { key: 'silver' }],
  },
};

/** Adds a league to the program, so that the players who are put on the boards take seats in it. */
export async function publishLeague(bench: Bench): Promise<void> {
  const program = { ...benchProgram, leaderboards: [...benchProgram.leaderboards, league] };
  await publishProgram(bench.stack.api, bench.url('admin', ''), program);
}

/** The end of a week, by the clock of the workspace: until standings are kept, and until everybody has moved. */
export async function measureLeague(bench: Bench): Promise<void> {
  const players = bench.playersOnBoards;
  const groups = Math.ceil(players / GROUP_SIZE);
  const last = players - (groups - 1) * GROUP_SIZE;
  const moves = (groups - 1) * PROMOTED + Math.min(last, PROMOTED);
  const what = `a league of ${whole(players)} players in groups of ${GROUP_SIZE}`;
  const client = await new MongoClient(bench.stack.mongoUrl).connect();
  try {
    const db = client.db('laurel');
    const took = await bench.step(`closing ${what}`, EXPECTED_SECONDS, async () => {
      await bench.stack.api.post(bench.url('admin', '/v1/clock/advance'), { seconds: WEEK_SECONDS });
      const start = performance.now();
      const seconds = () => (performance.now() - start) / 1_000;
      await untilCount(db, 'boardWindows', { state: 'frozen' }, 1, bench.signal);
      const frozen = seconds();
      await untilCount(db, 'players', { 'leagues.league@2': 'silver' }, moves, bench.signal);
      return { frozen, moved: seconds() };
    });
    const text = `standings kept after ${took.frozen.toFixed(1)} s, ${whole(moves)} players moved after ${took.moved.toFixed(1)} s`;
    bench.say(`  ${what}: ${text}`);
    bench.results.notes.push(`The end of a week of ${what}: ${text}.`);
  } finally {
    await client.close();
  }
}
