import type { RedisClient } from '@laurel/platform-redis';

/** Members looked at by one command, and commands at most: no set makes others wait, however large it is. */
const AT_ONCE = 1_000;
const MOST_LOOKS = 50;
/** Members found at which the rest is left. */
const ENOUGH = 2_000;

/** Members of a set that begin like this, in no order: all of them in sets of up to 50,000, else some. */
export async function someMembers(redis: RedisClient, key: string, beginning: string): Promise<readonly string[]> {
  const pattern = `${beginning.replaceAll(/[\\*?[\]]/g, String.raw`\$&`)}*`;
  const found = new Set<string>();
  let cursor = '0';
  for (let look = 0; look < MOST_LOOKS && found.size < ENOUGH; look += 1) {
    const [next, members] = await redis.sscan(key, cursor, 'MATCH', pattern, 'COUNT', AT_ONCE);
    for (const member of members) found.add(member);
    if (next === '0') break;
    cursor = next;
  }
  return [...found];
}
