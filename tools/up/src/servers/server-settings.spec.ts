import { imageEnvironment, kafkaSettings, propertiesFile } from './kafka/kafka-settings.ts';
import { parseBrokers } from './kafka/kafka-probe.ts';
import { mongodArguments } from './mongo/mongo-arguments.ts';
import { withoutPassword } from './provide-server.ts';
import { redisConfigFile } from './redis/redis-settings.ts';

describe('Kafka’s settings', () => {
  const settings = kafkaSettings({ clientPort: 1, controllerPort: 2, bind: '127.0.0.1', logDir: '/a b\\c' });

  it('create no topic by accident', () => {
    expect(settings['auto.create.topics.enable']).toBe('false');
  });

  it('send clients to the proxy before the broker, if there is one, and else to the broker', () => {
    const proxied = kafkaSettings({
      clientPort: 1,
      advertisedPort: 9,
      controllerPort: 2,
      bind: '127.0.0.1',
      logDir: '/',
    });

    expect(settings['advertised.listeners']).toBe('PLAINTEXT://127.0.0.1:1');
    expect(proxied['advertised.listeners']).toBe('PLAINTEXT://127.0.0.1:9');
    expect(proxied['listeners']).toContain('PLAINTEXT://127.0.0.1:1,');
  });

  it('escape what a properties file would take for an escape', () => {
    expect(propertiesFile({ 'log.dirs': '/a b\\c' })).toBe('log.dirs=/a b\\\\c\n');
  });

  it('reach the image under the names that it reads', () => {
    const environment = imageEnvironment(settings);

    expect(environment).toMatchObject({ KAFKA_NODE_ID: '1', KAFKA_LOG_DIRS: '/a b\\c' });
    expect(environment).toHaveProperty('KAFKA_CONTROLLER_QUORUM_VOTERS', '1@127.0.0.1:2');
    expect(environment).not.toHaveProperty('KAFKA_CONTROLLER_QUORUM_BOOTSTRAP_SERVERS');
  });

  it('read brokers with and without a port, and IPv6 addresses', () => {
    expect(parseBrokers('a:1, b ,[::1]:3')).toEqual([
      { host: 'a', port: 1 },
      { host: 'b', port: 9092 },
      { host: '::1', port: 3 },
    ]);
  });
});

describe('MongoDB’s arguments', () => {
  it('make it a member of a replica set that goes down at once', () => {
    const args = mongodArguments({ port: 5, bind: '127.0.0.1', dbPath: '/d', ephemeral: false }).join(' ');
    expect(args).toContain('--replSet rs0 --port 5 --bind_ip 127.0.0.1 --dbpath /d');
    expect(args).toContain('shutdownTimeoutMillisForSignaledShutdown=100');
    expect(args).toContain('transactionLifetimeLimitSeconds=10');
  });

  it('keep no history of documents, and an eighth of the memory, 1 to 4 GiB, as cache', () => {
    const args = (gib: number): string =>
      mongodArguments({ port: 5, bind: '127.0.0.1', dbPath: '/d', ephemeral: false }, gib * 2 ** 30).join(' ');
    expect(args(16)).toContain('minSnapshotHistoryWindowInSeconds=0');
    expect(args(16)).toContain('eviction_dirty_target=20');
    expect(args(4)).toContain('--wiredTigerCacheSizeGB 1.0 ');
    expect(args(16)).toContain('--wiredTigerCacheSizeGB 2.0 ');
    expect(args(64)).toContain('--wiredTigerCacheSizeGB 4.0 ');
  });
});

describe('Redis’s configuration', () => {
  it('appends every write and evicts nothing', () => {
    const config = redisConfigFile({ port: 7, bind: '127.0.0.1', dir: '/a b', protectedMode: true });
    expect(config.split('\n')).toEqual(
      expect.arrayContaining([
        'appendonly "yes"',
        'appendfsync "everysec"',
        'maxmemory-policy "noeviction"',
        'dir "/a b"',
      ]),
    );
  });
});

describe('withoutPassword', () => {
  it('hides who signs in', () => {
    expect(withoutPassword('mongodb://ann:secret@db:27017/?x=1')).toBe('mongodb://…@db:27017/?x=1');
    expect(withoutPassword('kafka:9092')).toBe('kafka:9092');
  });
});
