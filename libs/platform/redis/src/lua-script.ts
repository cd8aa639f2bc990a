import { createHash } from 'node:crypto';
import type { RedisClient } from './redis-client.js';

/** A named Lua script, sent by its hash and in full only to a server that does not know it yet. */
export interface LuaScript<Reply> {
  readonly name: string;
  /**
   * Runs the script. Rejects as any command does; see `isRedisUnavailable`.
   *
   * @param keys every key it touches, all in one slot
   */
  run(redis: RedisClient, keys: readonly string[], args: readonly (string | number)[]): Promise<Reply>;
}

export interface LuaScriptOptions<Reply> {
  /** What it is called in errors and logs. */
  readonly name: string;
  readonly lua: string;
  /** Reads the reply; throws when it is not of the form that the script gives. */
  readonly parse: (reply: unknown) => Reply;
}

/** Declares a script. Its text starts with its name, so that `SLOWLOG` and `MONITOR` on the server tell which one it was. */
export function luaScript<Reply>({ name, lua, parse }: LuaScriptOptions<Reply>): LuaScript<Reply> {
  const text = `-- ${name}\n${lua}`;
  const sha = createHash('sha1').update(text).digest('hex');

  return {
    name,
    async run(redis, keys, args) {
      return parse(await evaluate(redis, keys, args));
    },
  };

  async function evaluate(
    redis: RedisClient,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<unknown> {
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!isUnknownScript(error)) throw error;
      return redis.eval(text, keys.length, ...keys, ...args);
    }
  }
}

/** The server restarted, was flushed, or is new to this script. */
const isUnknownScript = (error: unknown): boolean => error instanceof Error && error.message.startsWith('NOSCRIPT');
