import { type BoardDefinition, fixedWindows, rankForm } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import type { BoardKeys } from './rank-keys.js';

/** Members looked at per call. */
const SCAN_COUNT = 1_000;

/** Everyone in the ranks of a board, in batches; who comes or goes meanwhile may be missing or be given twice. */
export async function* rankedPlayers(
  redis: RedisClient,
  keys: BoardKeys,
  board: BoardDefinition,
): AsyncGenerator<{ readonly window: string; readonly playerIds: readonly string[] }> {
  for (const definition of fixedWindows(board)) {
    const window = definition.key;
    const { ranks } = keys.window(window);
    const width = rankForm(board, definition).prefixWidth;
    let cursor = '0';
    do {
      const [next, members] = await redis.zscan(ranks, cursor, 'COUNT', SCAN_COUNT);
      cursor = next;
      yield { window, playerIds: members.filter((_, index) => index % 2 === 0).map((member) => member.slice(width)) };
    } while (cursor !== '0');
  }
}
