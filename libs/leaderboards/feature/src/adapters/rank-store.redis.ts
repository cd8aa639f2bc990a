import { rankForm } from '@laurel/leaderboards-domain';
import { err, ok } from '@laurel/kernel';
import type { Result } from '@laurel/kernel';
import { isRedisUnavailable, luaScript } from '@laurel/platform-redis';
import type { LuaScript, RedisClient } from '@laurel/platform-redis';
import type { BoardTarget } from '../board-directory/board-target.js';
import { RankStore } from '../reading/rank-store.js';
import type { PageStart, RankRead } from '../reading/rank-store.js';
import { rankKeys } from './rank-keys.js';
import { parseRankReply, toRankRead } from './rank-reply.js';
import type { RankReply } from './rank-reply.js';
import { AROUND_LUA, PAGE_LUA } from './rank-scripts.lua.js';

const PAGE = luaScript({ name: 'leaderboards.page', lua: PAGE_LUA, parse: parseRankReply });
const AROUND = luaScript({ name: 'leaderboards.around', lua: AROUND_LUA, parse: parseRankReply });

/** Reads ranks from Redis, one script per read. */
export class RedisRankStore extends RankStore {
  /** @param keyPrefix starts the name of every key of this installation */
  constructor(
    private readonly redis: RedisClient,
    private readonly keyPrefix: string,
  ) {
    super();
  }

  override page(target: BoardTarget, start: PageStart, limit: number): Promise<Result<RankRead, 'unreachable'>> {
    const key = start.kind === 'first' ? [] : [start.key.score, start.key.member];
    return this.read(PAGE, target, limit, [start.kind, ...key]);
  }

  override around(target: BoardTarget, playerId: string, limit: number): Promise<Result<RankRead, 'unreachable'>> {
    return this.read(AROUND, target, limit, [playerId]);
  }

  private async read(
    script: LuaScript<RankReply>,
    { workspace, board, window }: BoardTarget,
    limit: number,
    args: readonly string[],
  ): Promise<Result<RankRead, 'unreachable'>> {
    const keys = rankKeys(this.keyPrefix, workspace, board);
    const { ranks, rows } = keys.window(window.key);
    const form = rankForm(board, window);
    const isShared = board.ties.then === 'shared';
    try {
      const reply = await script.run(
        this.redis,
        [keys.positions, ranks, rows],
        [limit, isShared ? 1 : 0, form.prefixWidth, ...args],
      );
      return ok(toRankRead(form, isShared, reply));
    } catch (error) {
      if (isRedisUnavailable(error)) return err('unreachable');
      throw error;
    }
  }
}
