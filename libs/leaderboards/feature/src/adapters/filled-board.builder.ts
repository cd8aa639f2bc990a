import { type BoardDefinition, type Entry, fixedWindows } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import type { uniqueTestScope } from '@laurel/testing';
import type { BoardTarget } from '../board-directory/board-target.js';
import { RedisRankProjection } from '../project-standings/redis-rank-projection.js';

export type FilledEntry = Pick<Entry, 'score' | 'columns' | 'reachedAt' | 'parts'> & { readonly playerId: string };

let boards = 0;

/**
 * The first window of a new board with these entries in it, projected in the given order: a player's later entry replaces.
 *
 * @param shape of the board; of one window, all time, if it says nothing of windows
 */
export async function filledBoard(
  redis: RedisClient,
  { keyPrefix, workspace }: Pick<ReturnType<typeof uniqueTestScope>, 'keyPrefix' | 'workspace'>,
  shape: Pick<BoardDefinition, 'order' | 'ties'> & Partial<BoardDefinition>,
  entries: readonly FilledEntry[],
): Promise<BoardTarget> {
  boards += 1;
  const board: BoardDefinition = {
    key: `board-${boards}`,
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    windows: [{ kind: 'all' }],
    ...shape,
  };
  const [window] = fixedWindows(board);
  if (!window) throw new Error('the board has no window');
  const projection = new RedisRankProjection(redis, keyPrefix);
  for (const [index, { playerId, ...entry }] of entries.entries()) {
    await projection.apply({
      workspace,
      board,
      partition: 0,
      from: index === 0 ? undefined : `1:${index - 1}`,
      to: `1:${index}`,
      decidedAt: 1_000 + index,
      windows: new Map([[window.key, [{ playerId, entry }]]]),
    });
  }
  return { workspace, board, window };
}
