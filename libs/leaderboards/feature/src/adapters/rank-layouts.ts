import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { type RedisClient, luaScript } from '@laurel/platform-redis';
import { rankKeys } from './rank-keys.js';
import { DROP_WINDOW_LUA, FREE_WINDOWS_LUA, REPLACED_WINDOWS_LUA } from './rank-layouts.lua.js';
import { formedWindow } from './window-forms.js';

const replaced = luaScript<readonly (readonly [layout: string, window: string])[]>({
  name: 'laurel.ranks-replaced',
  lua: REPLACED_WINDOWS_LUA,
  parse: (reply) => pairsOf(Array.isArray(reply) ? reply.map(String) : []),
});
const free = luaScript({ name: 'laurel.ranks-free', lua: FREE_WINDOWS_LUA, parse: Number });
const dropWindow = luaScript({ name: 'laurel.ranks-drop-window', lua: DROP_WINDOW_LUA, parse: Number });

/**
 * Frees what other layouts of a board hold, once all partitions that are in them are in this one. Windows that the board has no
 * more are left there as they were: their standings are yet to be kept. Then `dropFrozenWindow` frees them.
 */
export async function dropReplacedLayouts(
  redis: RedisClient,
  prefix: string,
  workspace: string,
  board: BoardDefinition,
): Promise<void> {
  const keys = rankKeys(prefix, workspace, board);
  const windows = await replaced.run(redis, [keys.board], [keys.layout]);
  // Nobody ever keeps the standings of one that has no end.
  const unread = windows.filter(([, key]) => key === 'all' || formedWindow(board, key));
  if (windows.length > 0) await free.run(redis, [keys.board], [keys.layout, ...unread.flat()]);
}

/**
 * Frees the ranks of a window whose standings are kept elsewhere for good, in every layout. It gets none any more.
 *
 * @param window its key
 */
export async function dropFrozenWindow(
  redis: RedisClient,
  prefix: string,
  workspace: string,
  board: BoardDefinition,
  window: string,
): Promise<void> {
  await dropWindow.run(redis, [rankKeys(prefix, workspace, board).board], [window]);
}

const pairsOf = (texts: readonly string[]): (readonly [string, string])[] =>
  Array.from({ length: texts.length / 2 }, (_, index) => [texts[index * 2] ?? '', texts[index * 2 + 1] ?? ''] as const);
