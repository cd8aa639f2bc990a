import { parsePosition } from '@laurel/contracts';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import { REDIS, type RedisClient, luaScript } from '@laurel/platform-redis';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { MongoFrozenKeys } from '../adapters/frozen-keys.mongo.js';
import { boardTag, rankKeys } from '../adapters/rank-keys.js';
import { dropReplacedLayouts } from '../adapters/rank-layouts.js';
import { FORGET_LUA } from '../adapters/rank-layouts.lua.js';
import { rankedPlayers } from '../adapters/ranked-players.js';
import { REDIS_KEY_PREFIX } from '../leaderboards.tokens.js';
import { PROJECT_LUA } from './project.lua.js';
import { parseProjection } from './projection-reply.js';
import { type WindowEntries, windowChanges } from './window-changes.js';

/** One partition's changes of one board; see `BoardChange` of scoring, whose port this class fits. */
interface Change {
  readonly workspace: string;
  readonly board: BoardDefinition;
  readonly partition: number;
  readonly from: string | undefined;
  readonly to: string;
  readonly decidedAt: number;
  readonly windows: WindowEntries;
  readonly gone?: readonly string[];
}

interface ReleasedBoard {
  readonly workspace: string;
  readonly board: BoardDefinition;
}

const project = luaScript({ name: 'laurel.project-standings', lua: PROJECT_LUA, parse: parseProjection });
const forget = luaScript({ name: 'laurel.forget-player', lua: FORGET_LUA, parse: Number });

/** Writes ranks to Redis: absolute entries, one script per board and batch, guarded by the partition's mark. */
@Injectable()
export class RedisRankProjection {
  constructor(
    @Inject(REDIS) private readonly redis: RedisClient,
    @Inject(REDIS_KEY_PREFIX) private readonly keyPrefix: string,
    @Optional() @Inject(MongoFrozenKeys) private readonly frozen?: MongoFrozenKeys,
  ) {}

  async apply({
    workspace,
    board,
    partition,
    from,
    to,
    decidedAt,
    windows,
    gone,
  }: Change): Promise<'applied' | { readonly found: string | undefined }> {
    // The begin of a repair where nothing was: Redis may have lost more than ranks.
    if (from === undefined && !parsePosition(to)) await this.restoreFrozen(workspace, board);
    const keys = rankKeys(this.keyPrefix, workspace, board);
    const changes = windowChanges(board, windows, gone);
    const args = [keys.layout, partition, from ?? '', to, decidedAt, ...changes];
    const refused = await project.run(this.redis, [keys.board], args);
    if (refused) return refused;
    // The end of a repair: with it this layout may have replaced another one.
    if (from !== undefined && !parsePosition(from) && parsePosition(to)) {
      await dropReplacedLayouts(this.redis, this.keyPrefix, workspace, board);
    }
    return 'applied';
  }

  /** The partition's marks on boards, in their order; undefined where it has none. */
  async marks(partition: number, boards: readonly ReleasedBoard[]): Promise<(string | undefined)[]> {
    const pipeline = this.redis.pipeline();
    for (const { workspace, board } of boards) {
      pipeline.hget(rankKeys(this.keyPrefix, workspace, board).positions, String(partition));
    }
    const replies = boards.length === 0 ? [] : await pipeline.exec();
    return (replies ?? []).map(([error, mark]) => {
      if (error) throw error;
      return typeof mark === 'string' ? mark : undefined;
    });
  }

  playersOf(workspace: string, board: BoardDefinition): ReturnType<typeof rankedPlayers> {
    return rankedPlayers(this.redis, rankKeys(this.keyPrefix, workspace, board), board);
  }

  /** Takes a player off these boards (`boardId`), in every way in which their rows are written. */
  async forget(workspace: string, boards: readonly string[], playerId: string): Promise<void> {
    await Promise.all(
      boards.map((id) => forget.run(this.redis, [boardTag(this.keyPrefix, workspace, id)], [playerId])),
    );
  }

  private async restoreFrozen(workspace: string, board: BoardDefinition): Promise<void> {
    const windows = (await this.frozen?.of(workspace, boardId(board))) ?? [];
    if (windows.length > 0) await this.redis.sadd(rankKeys(this.keyPrefix, workspace, board).frozen, ...windows);
  }
}
