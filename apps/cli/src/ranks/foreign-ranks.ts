import type { RedisClient } from '@laurel/platform-redis';

const SCANNED_PER_CALL = 1_000;

/** Keys of ranks in Redis that belong to none of these workspaces. */
export async function* foreignRankKeys(
  redis: RedisClient,
  keyPrefix: string,
  workspaces: ReadonlySet<string>,
): AsyncGenerator<{ readonly key: string; readonly workspace: string }> {
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${keyPrefix}{*`, 'COUNT', SCANNED_PER_CALL);
    cursor = next;
    for (const key of keys) {
      const tag = key.slice(keyPrefix.length + 1);
      const workspace = tag.slice(0, tag.indexOf(':'));
      if (!workspaces.has(workspace)) yield { key, workspace };
    }
  } while (cursor !== '0');
}
