import type { RedisClient } from '@laurel/platform-redis';
import { rankKeys } from '../adapters/rank-keys.js';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';

/** Takes the ranks of a window that is frozen out of Redis: it is read from MongoDB from then on. */
export async function dropFrozenWindow(
  redis: RedisClient,
  prefix: string,
  workspace: string,
  board: BoardDefinition,
  windowKey: string,
): Promise<void> {
  const keys = rankKeys(prefix, workspace, boardId(board));
  const generations = [keys.window(windowKey), keys.next.window(windowKey)];
  await redis.unlink(...generations.flatMap(({ ranks, rows }) => [ranks, rows]));
}
