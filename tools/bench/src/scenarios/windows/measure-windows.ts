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
  await fill(own, bench.options.board);
  await measureWindowReads(own);
  await measureClosing(own);
  await measureManyClosings(bench);
}

async function fill(bench: Bench, players: number): Promise<void> {
  await addPlayers(bench, bench.playersOnBoards, players, closingPlayer);
  bench.playersOnBoards = players;
  const redis = new Redis(bench.stack.redisUrl);
  try {
    for (const board of Object.values(boards)) await rebuild(bench, redis, board, players);
  } finally {
    redis.disconnect();
  }
}
