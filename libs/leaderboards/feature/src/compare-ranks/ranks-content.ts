import { SEPARATOR } from '@laurel/contracts';
import type { RankForm } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import { type PartKeys, type RankKeys, type WindowKeys, rankKeys } from '../adapters/rank-keys.js';
import { type FormedWindow, formedWindow } from '../adapters/window-forms.js';
import type { BoardAddress } from '../rebuild-ranks/board-players.js';

/** Members looked at per call. */
const BATCH = 4_000;

/** What Redis holds of one window of a board, or of a part of it, member by member. */
export class RankedSet {
  constructor(
    private readonly redis: RedisClient,
    private readonly keys: PartKeys,
    readonly form: RankForm,
    readonly window: string,
    /** Undefined for the whole. */
    readonly part: string | undefined,
  ) {}

  size(): Promise<number> {
    return this.redis.zcard(this.keys.ranks);
  }

  /** Scores of members, in their order; undefined for one that is not there. */
  async scores(members: readonly string[]): Promise<(number | undefined)[]> {
    if (members.length === 0) return [];
    const scores = await this.redis.zmscore(this.keys.ranks, ...members);
    return scores.map((score) => (score === null ? undefined : Number(score)));
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

  /** How many different places there are. */
  placesSize(): Promise<number> {
    return this.redis.zcard(this.keys.places);
  }

  /** How many rows are told to share each of these places, in their order; undefined for one that is not known. */
  async sharing(places: readonly string[]): Promise<(number | undefined)[]> {
    if (places.length === 0) return [];
    const [counts, known] = await Promise.all([
      this.redis.hmget(this.keys.counts, ...places),
      this.redis.zmscore(this.keys.places, ...places),
    ]);
    return counts.map((count, index) => (count === null || known[index] === null ? undefined : Number(count)));
  }
}

/** What Redis holds of one window of a board: its rows, and what is remembered of each player. */
export class WindowContent {
  readonly whole: RankedSet;
  private readonly parts = new Map<string, RankedSet>();
  private readonly keys: WindowKeys;

  constructor(
    private readonly redis: RedisClient,
    keys: RankKeys,
    readonly formed: FormedWindow,
  ) {
    const { key } = formed.window;
    this.keys = keys.window(key);
    this.whole = new RankedSet(redis, this.keys, formed.form, key, undefined);
  }

  part(name: string): RankedSet {
    const { form, window } = this.formed;
    const part = this.parts.get(name) ?? new RankedSet(this.redis, this.keys.part(name), form, window.key, name);
    this.parts.set(name, part);
    return part;
  }

  /** The whole, and every part that has rows or was asked for. */
  async sets(): Promise<readonly RankedSet[]> {
    for (const name of await this.redis.smembers(this.keys.split)) this.part(name);
    return [this.whole, ...this.parts.values()];
  }

  /** What is remembered to stand in front of players in their members, in their order; nothing where the form is packed. */
  async prefixes(playerIds: readonly string[]): Promise<(string | undefined)[]> {
    if (this.formed.form.prefixWidth === 0) return playerIds.map(() => '');
    if (playerIds.length === 0) return [];
    const prefixes = await this.redis.hmget(this.keys.rows, ...playerIds);
    return prefixes.map((prefix) => prefix ?? undefined);
  }

  /** The parts that players are remembered to be in, in their order. */
  async partsOf(playerIds: readonly string[]): Promise<(readonly string[])[]> {
    if (playerIds.length === 0) return [];
    const parts = await this.redis.hmget(this.keys.parts, ...playerIds);
    return parts.map((text) => (text === null ? [] : text.split(SEPARATOR)));
  }
}

/** What Redis holds of a board, window by window. */
export class BoardContent {
  private readonly keys: RankKeys;
  private readonly windows = new Map<string, WindowContent>();

  constructor(
    private readonly redis: RedisClient,
    keyPrefix: string,
    private readonly address: BoardAddress,
  ) {
    this.keys = rankKeys(keyPrefix, address.workspace, address.board);
  }

  /** Undefined for a window that the board has not. */
  window(key: string): WindowContent | undefined {
    const known = this.windows.get(key);
    if (known) return known;
    const formed = formedWindow(this.address.board, key);
    if (!formed) return undefined;
    const content = new WindowContent(this.redis, this.keys, formed);
    this.windows.set(key, content);
    return content;
  }

  /** Those that have rows or were asked for. */
  async all(): Promise<readonly WindowContent[]> {
    for (const key of await this.redis.smembers(this.keys.windows)) this.window(key);
    return [...this.windows.values()];
  }

  /** Keys of the windows whose standings are kept elsewhere: they have no rows here, whatever players have there. */
  async frozen(): Promise<ReadonlySet<string>> {
    return new Set(await this.redis.smembers(this.keys.frozen));
  }
}
