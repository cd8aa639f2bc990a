import { randomUUID } from 'node:crypto';
import { type Position, formatPosition } from '@laurel/contracts';
import { type RedisClient, luaScript } from '@laurel/platform-redis';
import { rankedPlayers } from '../adapters/ranked-players.js';
import { dropReplacedLayouts } from '../adapters/rank-layouts.js';
import { type RankKeys, rankKeys } from '../adapters/rank-keys.js';
import { FILL_LUA } from '../project-standings/project.lua.js';
import { parseProjection } from '../project-standings/projection-reply.js';
import { type PlacedEntry, type WindowEntries, windowChanges } from '../project-standings/window-changes.js';
import type { BoardAddress, PlayerOnBoard } from './board-players.js';
import { ABANDON_LUA, BEGIN_LUA, RENEW_LUA, SWAP_LUA } from './rebuild.lua.js';

/** A rebuild that has not been heard of for so long has died, and another may begin, ms. */
const LEASE_MS = 60_000;

const begin = luaScript({ name: 'laurel.rebuild-begin', lua: BEGIN_LUA, parse: Number });
const renew = luaScript({ name: 'laurel.rebuild-renew', lua: RENEW_LUA, parse: Number });
const abandon = luaScript({ name: 'laurel.rebuild-abandon', lua: ABANDON_LUA, parse: Number });
const fill = luaScript({ name: 'laurel.rebuild-fill', lua: FILL_LUA, parse: parseProjection });
const swap = luaScript<'lost' | readonly number[]>({
  name: 'laurel.rebuild-swap',
  lua: SWAP_LUA,
  parse: (reply) => (Array.isArray(reply) ? reply.map(Number) : 'lost'),
});

/**
 * The ranks of a board that a rebuild is making, beside those that are served. Each partition has a mark here too: `scan:<token>`
 * while its players are read, then a position, from which on live changes are applied here as well (`PROJECT_LUA`).
 */
export class NextGeneration {
  private readonly keys: RankKeys;
  private readonly token = randomUUID();
  /** Mark of a partition whose players are being read. */
  readonly scanning = `scan:${this.token}`;

  constructor(
    private readonly redis: RedisClient,
    private readonly keyPrefix: string,
    private readonly address: BoardAddress,
  ) {
    this.keys = rankKeys(keyPrefix, address.workspace, address.board);
  }

  /** @returns false when another rebuild of the board is under way */
  async begin(partitions: readonly number[]): Promise<boolean> {
    return (await begin.run(this.redis, [this.keys.board], this.args(LEASE_MS, this.scanning, ...partitions))) === 1;
  }

  /** @returns whether this rebuild may go on; call it more often than every half minute */
  async renew(): Promise<boolean> {
    return (await renew.run(this.redis, [this.keys.board], this.args(LEASE_MS))) === 1;
  }

  /** Throws away what was made so far. Nothing when the lease was lost. */
  async abandon(): Promise<void> {
    await abandon.run(this.redis, [this.keys.board], this.args());
  }

  /** Marks by partition. */
  async marks(): Promise<Map<number, string>> {
    return marksIn(await this.redis.hgetall(this.keys.next.positions));
  }

  /** Marks of the generation that is served. */
  async servedMarks(): Promise<Map<number, string>> {
    return marksIn(await this.redis.hgetall(this.keys.positions));
  }

  /** Everyone in it, in batches. */
  players(): ReturnType<typeof rankedPlayers> {
    return rankedPlayers(this.redis, this.keys.next, this.address.board);
  }

  /**
   * Writes players, and the partition's mark.
   *
   * @param from the mark that the partition must have
   * @param gone players who leave every window that they have no entry of here
   * @returns whether it had
   */
  async fill(
    partition: number,
    from: string,
    to: string | Position,
    players: readonly PlayerOnBoard[] = [],
    gone: readonly string[] = [],
  ): Promise<boolean> {
    const { board } = this.address;
    const changes = windowChanges(board, entriesOf(players), gone);
    const decidedAt = players.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0);
    const mark = typeof to === 'string' ? to : formatPosition(to);
    const args = [this.keys.layout, partition, from, mark, decidedAt, ...changes];
    return (await fill.run(this.redis, [this.keys.board], args)) === null;
  }

  /**
   * Puts it in the place of what is served.
   *
   * @param baseless marks of the served generation that no commit stands behind: they hold nothing up
   * @returns partitions that are further in what is served, none when it is done; `lost` when the lease was
   */
  async swap(baseless: ReadonlyMap<number, string>): Promise<'lost' | readonly number[]> {
    const { keys, redis, keyPrefix, address } = this;
    const args = this.args(...[...baseless].flat());
    const behind = await swap.run(redis, [keys.board], args);
    if (behind.length === 0) await dropReplacedLayouts(redis, keyPrefix, address.workspace, address.board);
    return behind;
  }

  private args(...more: readonly (string | number)[]): (string | number)[] {
    return [this.keys.layout, this.token, ...more];
  }
}

const marksIn = ({ asOf: _, ...marks }: Record<string, string>): Map<number, string> =>
  new Map(Object.entries(marks).map(([partition, mark]) => [Number(partition), mark]));

function entriesOf(players: readonly PlayerOnBoard[]): WindowEntries {
  const windows = new Map<string, PlacedEntry[]>();
  for (const { playerId, windows: entries } of players) {
    for (const key of Object.keys(entries)) {
      const entry = entries[key];
      if (!entry) continue;
      const list = windows.get(key);
      if (list) list.push({ playerId, entry });
      else windows.set(key, [{ playerId, entry }]);
    }
  }
  return windows;
}
