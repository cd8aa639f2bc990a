import { MongoClient } from 'mongodb';
import type { Bench } from '../../bench.ts';
import { untilCount } from '../../measure/until-count.ts';
import { whole } from '../../report/format.ts';
import { beginWorkspace, playFirst } from './begin-workspace.ts';
import { MANY_BOARDS, SECONDS_TO_THE_END, manyBoardsProgram } from './window-programs.ts';

const WORKSPACES = 4;
const PLAYERS = 20;
const EXPECTED_SECONDS = 30;

/** Boards that all end in the same second: until the first of them is frozen, and until the last is. */
export async function measureManyClosings(bench: Bench): Promise<void> {
  const count = WORKSPACES * MANY_BOARDS;
  const what = `${whole(count)} boards of ${PLAYERS} players that end in the same second`;
  const benches: Bench[] = [];
  for (let index = 1; index <= WORKSPACES; index += 1) {
    const own = await beginWorkspace(bench, `many-${index}`, manyBoardsProgram);
    await playFirst(own, PLAYERS);
    benches.push(own);
  }
  const client = await new MongoClient(bench.stack.mongoUrl).connect();
  try {
    const took = await bench.step(`closing ${what}`, EXPECTED_SECONDS, async () => {
      const start = performance.now();
      const seconds = () => (performance.now() - start) / 1_000;
      for (const { stack } of benches) {
        await stack.api.post(bench.url('admin', '/v1/clock/advance'), { seconds: SECONDS_TO_THE_END });
      }
      const workspace = { $in: benches.map(({ stack }) => stack.workspace) };
      const frozen = { workspace, state: 'frozen', total: PLAYERS };
      await untilCount(client.db('laurel'), 'boardWindows', frozen, 1, bench.signal);
      const first = seconds();
      await untilCount(client.db('laurel'), 'boardWindows', frozen, count, bench.signal);
      return { first, last: seconds() };
    });
    const text = `the first frozen after ${took.first.toFixed(1)} s, the last after ${took.last.toFixed(1)} s`;
    bench.say(`  ${what}: ${text}`);
    bench.results.notes.push(`Of ${what}: ${text}.`);
  } finally {
    await client.close();
  }
}
