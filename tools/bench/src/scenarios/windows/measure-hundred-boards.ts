import { join } from 'node:path';
import type { Bench } from '../../bench.ts';
import { playerIdOf } from '../../load/event-source.ts';
import { seededRandom } from '../../load/random.ts';
import { runNode } from '../../measure/run-node.ts';
import { whole } from '../../report/format.ts';
import { addPlayers } from '../add-players.ts';
import { measureRead } from '../measure-reads.ts';
import { beginWorkspace, playFirst } from './begin-workspace.ts';
import { countryOf, hundredBoards, hundredBoardsProgram } from './window-programs.ts';
import { versatilePlayer } from './window-players.ts';

const FIRST_PLAYERS = 200;
const MOST_REBUILD_MS = 30 * 60_000;
const REBUILD_PACE = 25_000;
const PATHS = 20_000;

/** A hundred boards with a split, the same players on each: reads that go to any of them. */
export async function measureHundredBoards(bench: Bench): Promise<void> {
  const { players } = bench.options;
  const own = await beginWorkspace(bench, 'hundred', hundredBoardsProgram);
  await playFirst(own, FIRST_PLAYERS);
  await addPlayers(own, FIRST_PLAYERS, players, versatilePlayer);
  const what = `${hundredBoards.length} boards of ${whole(players)}`;
  await own.step(`building the ranks of ${what}`, (hundredBoards.length * players) / REBUILD_PACE, () =>
    runNode(
      join('apps', 'cli', 'dist', 'main.js'),
      ['rebuild-ranks', '--workspace', own.stack.workspace, '--json'],
      own.stack.environment,
      MOST_REBUILD_MS,
    ),
  );
  for (const [work, pathOf] of Object.entries(reads)) {
    const random = seededRandom(players);
    const paths = Array.from({ length: PATHS }, () => {
      const board = hundredBoards[Math.floor(random() * hundredBoards.length)] ?? '';
      const player = FIRST_PLAYERS + Math.floor(random() * (players - FIRST_PLAYERS));
      return `/v1/leaderboards/${board}${pathOf(player)}`;
    });
    await measureRead(own, `${work} of any board`, what, paths);
  }
}

/** Paths behind the board, for a player. */
const reads: Readonly<Record<string, (player: number) => string>> = {
  'shared page, top 50': () => '?limit=50',
  'rows around ±10': (player) => `/around/${playerIdOf(player)}?limit=21`,
  'shared page of a country, top 50': (player) => `?segment=country:${countryOf(player)}&limit=50`,
  'rows around ±10 in the country': (player) =>
    `/around/${playerIdOf(player)}?segment=country:${countryOf(player)}&limit=21`,
};
