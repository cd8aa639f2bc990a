import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Bench } from '../bench.ts';
import { runNode } from '../measure/run-node.ts';
import { whole } from '../report/format.ts';
import { benchProgram } from '../stack/program.ts';
import { addPlayers } from './add-players.ts';

const MOST_REBUILD_MS = 20 * 60_000;
/** Ranks per second that a rebuild is expected to do. */
const REBUILD_PACE = 60_000;

/**
 * Brings all boards to a size: players are added, then the ranks of each board are built from them.
 *
 * @returns how many players stand on the boards now: more than asked for where there were more
 */
export async function growBoards(bench: Bench, size: number): Promise<number> {
  const before = bench.playersOnBoards;
  if (size <= before) return before;
  await addPlayers(bench, before, size);
  bench.playersOnBoards = size;
  const redis = new Redis(bench.stack.redisUrl);
  try {
    for (const { key } of benchProgram.leaderboards) await rebuild(bench, redis, key, size);
  } finally {
    redis.disconnect();
  }
  return size;
}

/** Runs the command that operators have for it. */
export async function rebuild(bench: Bench, redis: Redis, board: string, players: number): Promise<void> {
  const work = `ranks of board ${board}, ${whole(players)} players`;
  const seconds = await bench.step(`building the ${work}`, players / REBUILD_PACE, async () => {
    const start = performance.now();
    const args = ['rebuild-ranks', '--workspace', bench.stack.workspace, '--board', board, '--json'];
    await runNode(join('apps', 'cli', 'dist', 'main.js'), args, bench.stack.environment, MOST_REBUILD_MS);
    return (performance.now() - start) / 1_000;
  });
  const bytes = (await bytesOf(redis, `${bench.stack.workspace}:${board}`)) / players;
  const text = `built in ${seconds.toFixed(1)} s, ${bytes.toFixed(0)} bytes of Redis’s memory a player`;
  bench.say(`  ${work}: ${text}`);
  bench.results.notes.push(`The ${work}: ${text}.`);
}

/** What all keys of a board take. They share a hash tag. */
async function bytesOf(redis: Redis, board: string): Promise<number> {
  const keys = await redis.keys(`*{${board}@1}:*`);
  const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key, 'SAMPLES', 1_000)));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
