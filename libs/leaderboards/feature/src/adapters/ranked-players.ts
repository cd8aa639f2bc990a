import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import type { BoardKeys } from './rank-keys.js';
import { formedWindow } from './window-forms.js';

/** Members looked at per call. */
const SCAN_COUNT = 1_000;

/** Everyone in the ranks of a board, in batches; who comes or goes meanwhile may be missing or be given twice. */
export async function* rankedPlayers(
  redis: RedisClient,
  keys: BoardKeys,
  board: BoardDefinition,
): AsyncGenerator<{ readonly window: string; readonly playerIds: readonly string[] }> {
  for (const window of await redis.smembers(keys.windows)) {
    const width = formedWindow(board, window)?.form.prefixWidth;
    if (width === undefined) continue;
    let cursor = '0';
    do {
      const [next, members] = await redis.zscan(keys.window(window).ranks, cursor, 'COUNT', SCAN_COUNT);
      cursor = next;
      yield { window, playerIds: members.filter((_, index) => index % 2 === 0).map((member) => member.slice(width)) };
    } while (cursor !== '0');
  }
}
