import { EVENT_PAGES_COLLECTION, type EventPageDocument, decodeEventPage } from '@laurel/platform-event-store';
import type { createRedisClient } from '@laurel/platform-redis';
import type { Db } from 'mongodb';

type Redis = ReturnType<typeof createRedisClient>;

/** Where a text stands, in any field of any document of a database, packed ones unpacked, and in any key and value in Redis. */
export async function placesOf(text: string, db: Db, redis: Redis, keyPrefix: string): Promise<string[]> {
  return [...(await placesInMongo(text, db)), ...(await placesInRedis(text, redis, keyPrefix))];
}

async function placesInMongo(text: string, db: Db): Promise<string[]> {
  const places: string[] = [];
  for (const collection of await db.collections()) {
    for await (const document of collection.find()) {
      const unpacked =
        collection.collectionName === EVENT_PAGES_COLLECTION
          ? decodeEventPage(document as unknown as EventPageDocument)
          : [];
      const content = JSON.stringify([document, unpacked]);
      if (content.includes(text)) places.push(`${collection.collectionName}: ${content.slice(0, 500)}`);
    }
  }
  return places;
}

async function placesInRedis(text: string, redis: Redis, keyPrefix: string): Promise<string[]> {
  const places: string[] = [];
  for await (const keys of redis.scanStream({ match: `${keyPrefix}*` }) as AsyncIterable<string[]>) {
    for (const key of keys) {
      if (`${key} ${await contentOf(redis, key)}`.includes(text)) places.push(`Redis ${key}`);
    }
  }
  return places;
}

async function contentOf(redis: Redis, key: string): Promise<string> {
  switch (await redis.type(key)) {
    case 'zset':
      return (await redis.zrange(key, '0', '-1')).join(' ');
    case 'hash':
      return JSON.stringify(await redis.hgetall(key));
    case 'set':
      return (await redis.smembers(key)).join(' ');
    case 'list':
      return (await redis.lrange(key, 0, -1)).join(' ');
    case 'stream':
      return JSON.stringify(await redis.xrange(key, '-', '+'));
    default:
      return (await redis.get(key)) ?? '';
  }
}
