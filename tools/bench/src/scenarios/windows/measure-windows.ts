import { Redis } from 'ioredis';
import type { Bench } from '../../bench.ts';
import { addPlayers } from '../add-players.ts';
import { rebuild } from '../grow-boards.ts';
import { beginWorkspace, playFirst } from './begin-workspace.ts';
import { measureClosing } from './measure-closing.ts';
import { measureManyClosings } from './measure-many-closings.ts';
import { measureWindowReads } from './measure-window-reads.ts';
import { closingPlayer } from './window-players.ts';
import { boards, closingProgram } from './window-programs.ts';

const FIRST_PLAYERS = 200;

/** Windows that end, and what windows and splits cost readers. Each scenario has a workspace with a clock of its own. */
export async function measureWindows(bench: Bench): Promise<void> {
  const own = await beginWorkspace(bench, 'windows', closingProgram);
  await playFirst(own, FIRST_PLAYERS);
  await addPlayers(own, FIRST_PLAYERS, bench.options.board, closingPlayer);
  own.playersOnBoards = bench.options.board;
  await buildRanks(own, [boards.ending]);
  await measureClosing(own);
  await measureManyClosings(bench);
  await buildRanks(own, [boards.plain, boards.weekly]);
  await measureWindowReads(own);
}

async function buildRanks(bench: Bench, keys: readonly string[]): Promise<void> {
  const redis = new Redis(bench.stack.redisUrl);
  try {
    for (const key of keys) await rebuild(bench, redis, key, bench.playersOnBoards);
  } finally {
    redis.disconnect();
  }
}
