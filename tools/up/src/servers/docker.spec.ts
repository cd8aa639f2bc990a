import { containerName, dockerRun } from './docker.ts';
import { kafkaKind } from './kafka/kafka-kind.ts';
import { mongoKind } from './mongo/mongo-kind.ts';
import { redisKind } from './redis/redis-kind.ts';

const context = { ports: [40_000, 40_001], dataDir: '/data', ephemeral: false, signal: new AbortController().signal };

describe('servers in Docker', () => {
  it('names a container by kind and data folder', () => {
    expect(containerName('kafka', '/a')).toMatch(/^laurel-kafka-[0-9a-f]{10}$/);
    expect(containerName('kafka', '/a')).not.toBe(containerName('kafka', '/b'));
  });

  it('publishes on the loopback only, under the port that the server itself knows', () => {
    for (const kind of [kafkaKind, mongoKind, redisKind]) {
      const { args } = kind.prepareImage(context, containerName(kind.key, '/data'));
      expect(args.join(' ')).toContain('--publish 127.0.0.1:40000:40000');
      expect(args).toContain(kind.image);
      expect(args.join(' ')).toMatch(kind.key === 'kafka' ? /ADVERTISED_LISTENERS=\S+:40000/ : /--port 40000/);
    }
  });

  it('removes the container that a killed launcher left', () => {
    const spec = dockerRun({ container: 'laurel-redis-1', image: 'redis:8', port: 1, volumeAt: '/data' });
    expect(spec.cleanUp?.args).toEqual(['rm', '--force', 'laurel-redis-1']);
    expect(spec.name).toBe('redis');
  });

  it('keeps data in a volume of the same name', () => {
    const { args } = mongoKind.prepareImage(context, 'laurel-mongo-1');
    expect(args.join(' ')).toContain('--volume laurel-mongo-1:/data/db');
  });
});
