import {
  type BoardDefinition,
  type Entry,
  NUMBER_WIDTH,
  boardId,
  columnsWidth,
  encodeRow,
  toRedisScore,
} from '@laurel/leaderboards-domain';
import { REDIS, type RedisClient, luaScript } from '@laurel/platform-redis';
import { Inject, Injectable } from '@nestjs/common';
import { rankKeys } from '../adapters/rank-keys.js';
import { REDIS_KEY_PREFIX } from '../leaderboards.tokens.js';
import { PROJECT_LUA } from './project.lua.js';

/** One partition's changes of one board; see `BoardChange` of scoring, whose port this class fits. */
interface Change {
  readonly workspace: string;
  readonly board: BoardDefinition;
  readonly partition: number;
  readonly from: string | undefined;
  readonly to: string;
  readonly decidedAt: number;
  readonly windows: ReadonlyMap<
    string,
    readonly { readonly playerId: string; readonly entry: Pick<Entry, 'score' | 'columns' | 'reachedAt'> }[]
  >;
}

const APPLIED = 1;

/** The mark that was found, or null when the change was applied. */
const project = luaScript<{ readonly found: string } | null>({
  name: 'laurel.project-standings',
  lua: PROJECT_LUA,
  parse(reply) {
    if (reply === APPLIED || reply === true) return null;
    if (typeof reply === 'string') return { found: reply };
    throw new Error(`unexpected reply of the projection: ${String(reply)}`);
  },
});

/** Writes ranks to Redis: absolute entries, one script per board and batch, guarded by the partition's mark. */
@Injectable()
export class RedisRankProjection {
  constructor(
    @Inject(REDIS) private readonly redis: RedisClient,
    @Inject(REDIS_KEY_PREFIX) private readonly keyPrefix: string,
  ) {}

  async apply({
    workspace,
    board,
    partition,
    from,
    to,
    decidedAt,
    windows,
  }: Change): Promise<'applied' | { readonly found: string | undefined }> {
    const { positions } = rankKeys(this.keyPrefix, workspace, boardId(board), '');
    const keys = [positions];
    const args: (string | number)[] = [
      partition,
      from ?? '',
      to,
      decidedAt,
      columnsWidth(board),
      NUMBER_WIDTH,
      board.ties.then === 'shared' ? 1 : 0,
    ];
    for (const [window, entries] of windows) {
      const { ranks, rows } = rankKeys(this.keyPrefix, workspace, boardId(board), window);
      keys.push(ranks, rows);
      args.push(entries.length);
      for (const { playerId, entry } of entries) {
        args.push(playerId, toRedisScore(board, entry.score), encodeRow(board, playerId, entry));
      }
    }
    const refused = await project.run(this.redis, keys, args);
    return refused ? { found: refused.found === '' ? undefined : refused.found } : 'applied';
  }

  /** The partition's marks on boards, in their order; undefined where it has none. */
  async marks(
    partition: number,
    boards: readonly { readonly workspace: string; readonly board: string }[],
  ): Promise<(string | undefined)[]> {
    return Promise.all(
      boards.map(async ({ workspace, board }) => {
        const { positions } = rankKeys(this.keyPrefix, workspace, board, '');
        return (await this.redis.hget(positions, String(partition))) ?? undefined;
      }),
    );
  }
}
