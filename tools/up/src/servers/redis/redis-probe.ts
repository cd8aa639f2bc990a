import { connect } from 'node:net';
import { Redis } from 'ioredis';
import { waitFor, within } from '../../process/wait.ts';
import { isAtLeast } from '../fetch/version.ts';
import type { InspectOptions, Inspection } from '../server-kind.ts';

/** Every key of Laurel starts so, whatever the workspace. */
const ownPrefix = 'laurel:';

/** A keyspace of more keys than this is not looked through: it is somebody's. */
const mostKeysToLookAt = 1_000_000;

/** Waits until a Redis on this machine has loaded its data and answers. */
export async function awaitRedis(port: number, signal: AbortSignal): Promise<void> {
  await waitFor(() => ping(port), { timeoutMs: 60_000, signal });
}

/** Over a plain socket: after a refused connection ioredis keeps a timer, and here most connections are refused. */
function ping(port: number): Promise<true> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.setEncoding('utf8');
    socket.setTimeout(2_000, () => socket.destroy(new Error('no answer in time')));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (answer: string) => {
      if (answer.startsWith('+PONG')) resolve(true);
      else reject(new Error(answer.trim()));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed')));
  });
}

export async function inspectRedis(url: string, options: InspectOptions): Promise<Inspection> {
  try {
    return await within(
      withRedis(url, (redis) => inspect(redis, url, options)),
      15_000,
      'it does not answer in time',
    );
  } catch (error) {
    return { usable: false, reason: reasonOf(error) };
  }
}

async function inspect(redis: Redis, url: string, { ownDataOnly }: InspectOptions): Promise<Inspection> {
  const info = await redis.info();
  const version = field(info, 'redis_version');
  if (!isAtLeast(version, '6.2'))
    return { usable: false, reason: `it is version ${version}; Laurel needs 6.2 or newer` };
  const policy = field(info, 'maxmemory_policy');
  if (policy !== 'noeviction') {
    return { usable: false, reason: `it evicts keys (maxmemory-policy ${policy}); Laurel needs noeviction` };
  }
  if (!ownDataOnly) return { usable: true, url, version };
  const otherDatabase = /^db([1-9]\d*):keys=(\d+)/m.exec(info);
  if (otherDatabase) return { usable: false, reason: `its database ${otherDatabase[1]} holds other keys` };
  const keys = await redis.dbsize();
  if (keys > mostKeysToLookAt)
    return { usable: false, reason: `it holds ${keys} keys, too many to tell whose they are` };
  if (await holdsForeignKeys(redis)) return { usable: false, reason: 'it holds keys that are not Laurel’s' };
  return { usable: true, url, version };
}

async function holdsForeignKeys(redis: Redis): Promise<boolean> {
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 5_000);
    if (keys.some((key) => !key.startsWith(ownPrefix))) return true;
    cursor = next;
  } while (cursor !== '0');
  return false;
}

async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2_000,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // Without a listener ioredis prints every refused connection; the rejected command already tells.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

function field(info: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /NOAUTH|WRONGPASS/.test(message) ? 'it asks for a password' : `it does not answer as Redis (${message})`;
}
