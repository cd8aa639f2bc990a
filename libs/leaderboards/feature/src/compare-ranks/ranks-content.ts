import { type RankForm, findWindow, fixedWindows, rankForm } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import { type WindowKeys, rankKeys } from '../adapters/rank-keys.js';
import type { BoardAddress } from '../rebuild-ranks/board-players.js';

const UNBOUNDED = { start: null, end: null };

/** Members looked at per call. */
const BATCH = 4_000;

/** What Redis holds of one window of a board, member by member. */
export class WindowContent {
  readonly form: RankForm;
  readonly window: string;
  private readonly keys: WindowKeys;

  private constructor(
    private readonly redis: RedisClient,
    keyPrefix: string,
    { workspace, board }: BoardAddress,
    window: string,
  ) {
    this.window = window;
    this.form = rankForm(board, findWindow(board, window) ?? UNBOUNDED);
    this.keys = rankKeys(keyPrefix, workspace, board).window(window);
  }

  static ofBoard(redis: RedisClient, keyPrefix: string, address: BoardAddress): WindowContent[] {
    return fixedWindows(address.board).map(({ key }) => new WindowContent(redis, keyPrefix, address, key));
  }

  size(): Promise<number> {
    return this.redis.zcard(this.keys.ranks);
  }

  /** Scores of members, in their order; undefined for one that is not there. */
  async scores(members: readonly string[]): Promise<(number | undefined)[]> {
    if (members.length === 0) return [];
    const scores = await this.redis.zmscore(this.keys.ranks, ...members);
    return scores.map((score) => (score === null ? undefined : Number(score)));
  }

  /** What is remembered to stand in front of players in their members, in their order; nothing where the form is packed. */
  async prefixes(playerIds: readonly string[]): Promise<(string | undefined)[]> {
    if (this.form.prefixWidth === 0) return playerIds.map(() => '');
    if (playerIds.length === 0) return [];
    const prefixes = await this.redis.hmget(this.keys.rows, ...playerIds);
    return prefixes.map((prefix) => prefix ?? undefined);
  }

  /** All members, in no order; one that moves meanwhile may be given twice or not at all. */
  async *members(): AsyncGenerator<string[]> {
    let cursor = '0';
    do {
      const [next, members] = await this.redis.zscan(this.keys.ranks, cursor, 'COUNT', BATCH);
      cursor = next;
      yield members.filter((_, index) => index % 2 === 0);
    } while (cursor !== '0');
  }

  /** Slices in rank order, `[member, score, …]`; each begins with the last row of the one before. */
  async *slices(): AsyncGenerator<string[]> {
    for (let start = 0; ; start += BATCH - 1) {
      const slice = await this.redis.zrange(this.keys.ranks, String(start), String(start + BATCH - 1), 'WITHSCORES');
      yield slice;
      if (slice.length < 2 * BATCH) return;
    }
  }
}
