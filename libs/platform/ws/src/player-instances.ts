import { randomUUID } from 'node:crypto';
import { type RedisClient, luaScript } from '@laurel/platform-redis';

/** How long an instance counts after its last sign of life, ms. */
const LIFE_MS = 10_000;
/** How long a player's counts stay after the last change of them, ms: nobody tidies up after the last instance that is killed. */
const KEPT_MS = 24 * 3_600_000;

/** By the server's clock, so that those of the instances need not agree. */
const signOfLife = luaScript<boolean>({
  name: 'live-sign-of-life',
  lua: `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local isNew = redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return isNew`,
  parse: (reply) => reply === 1,
});

/**
 * What the instances tell each other of their players, in Redis: of each player a hash of counts by instance, and which instances
 * live. Every method rejects as any command does; see `isRedisUnavailable`.
 */
export class PlayerInstances {
  private id: string = randomUUID();
  /** What it was called before, until nobody knows it by that any more. */
  private formerId = '';

  /** @param lifeMs how long an instance that is heard of no more is taken for alive */
  constructor(
    private readonly redis: RedisClient,
    private readonly keyPrefix: string,
    private readonly lifeMs = LIFE_MS,
  ) {}

  /** Takes another name: what was told under the one before counts no more. */
  begin(): void {
    if (this.formerId === '') this.formerId = this.id;
    this.id = randomUUID();
  }

  /** To be called several times in a life. True when this instance was not known: nothing that it told may be left. */
  async showLife(): Promise<boolean> {
    const isNew = await signOfLife.run(this.redis, [this.instances], [this.id, this.formerId, this.lifeMs]);
    this.formerId = '';
    return isNew;
  }

  /** Is gone, at once. */
  async leave(): Promise<void> {
    await this.redis.zrem(this.instances, this.id);
  }

  /** Tells how many connections a player has here. */
  async tell(player: string, open: number): Promise<void> {
    const key = this.keyOf(player);
    if (open === 0) await this.redis.hdel(key, this.id);
    else await Promise.all([this.redis.hset(key, this.id, open), this.redis.pexpire(key, KEPT_MS)]);
  }

  /** How many a player has at the other instances that live. */
  async elsewhere(player: string): Promise<number> {
    const key = this.keyOf(player);
    const [counts, living] = await Promise.all([this.redis.hgetall(key), this.redis.zrange(this.instances, '0', '-1')]);
    const others = Object.keys(counts).filter((instance) => instance !== this.id);
    const dead = others.filter((instance) => !living.includes(instance));
    // One that begins just now and is taken for dead tells all anew once it is known.
    if (dead.length > 0) await this.redis.hdel(key, ...dead);
    return others.reduce((sum, instance) => sum + (living.includes(instance) ? Number(counts[instance]) : 0), 0);
  }

  private get instances(): string {
    return `${this.keyPrefix}live:instances`;
  }

  private keyOf(player: string): string {
    return `${this.keyPrefix}live:player:${player}`;
  }
}
