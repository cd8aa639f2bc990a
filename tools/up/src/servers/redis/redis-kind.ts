import type { Command } from '../../process/launch-spec.ts';
import { dockerRun } from '../docker.ts';
import type { ServerKind } from '../server-kind.ts';
import { fetchRedis, findRedis } from './redis-binaries.ts';
import { inspectRedis, awaitRedis } from './redis-probe.ts';
import { redisSettings } from './redis-settings.ts';

export const redisKind: ServerKind = {
  key: 'redis',
  title: 'Redis',
  variable: 'LAUREL_REDIS_URL',
  usualPort: 6379,
  portWishes: [6479],
  image: 'redis:8',
  manualInstall: 'Redis 6.2 or newer (apt-get install redis-server; brew install redis)',
  url: (port) => `redis://127.0.0.1:${port}`,
  existingUrl: (port) => `redis://127.0.0.1:${port}`,
  inspect: inspectRedis,
  findOnPath: findRedis,
  fetch: fetchRedis,
  prepareImage: ({ ports: [port = 0] }, container) => {
    const settings = redisSettings({ port, bind: '0.0.0.0', dir: '/data', protectedMode: false });
    const command: Command = { command: 'redis-server', args: settings.flatMap(([key, value]) => [`--${key}`, value]) };
    return dockerRun({ container, image: 'redis:8', port, volumeAt: '/data', command });
  },
  ready: (context, signal) => awaitRedis(context.ports[0] ?? 0, signal),
};
