import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { silentReport } from '../report/report.ts';
import { type ProvideServersOptions, type ProvidedServers, provideServers } from './provide-servers.ts';
import { isPortFree } from './ports.ts';
import { inspectRedis } from './redis/redis-probe.ts';

const root = join(__dirname, '..', '..', '..', '..');

/** Kafka and MongoDB are those of the suite: they take seconds to start, and Redis shows the same. */
const environment = {
  LAUREL_KAFKA_BROKERS: process.env['LAUREL_KAFKA_BROKERS'],
  LAUREL_MONGO_URL: process.env['LAUREL_MONGO_URL'],
};

describe('provideServers', () => {
  let dataDir: string;
  let lines: string[];
  const running: ProvidedServers[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'laurel-servers-'));
    lines = [];
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((servers) => servers.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const options = (): ProvideServersOptions => ({
    ...{ root, dataDir, environment, ports: 'free', allowExisting: false, ephemeral: false },
    report: { ...silentReport, line: (line) => lines.push(line) },
  });
  const provide = async (changed: Partial<ProvideServersOptions> = {}): Promise<ProvidedServers> => {
    const servers = await provideServers({ ...options(), ...changed });
    running.push(servers);
    return servers;
  };
  const withRedis = async <T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url);
    try {
      return await use(redis);
    } finally {
      redis.disconnect();
    }
  };

  it('uses what the environment names, starts the rest, and prints where each came from', async () => {
    const servers = await provide();
    expect(servers.kafka.brokers).toBe(environment.LAUREL_KAFKA_BROKERS);
    expect(servers.mongo.url).toBe(environment.LAUREL_MONGO_URL);
    expect(lines).toEqual(
      expect.arrayContaining([
        `Kafka: from LAUREL_KAFKA_BROKERS, ${environment.LAUREL_KAFKA_BROKERS}`,
        expect.stringMatching(/^MongoDB \d+\.\d+\.\d+: from LAUREL_MONGO_URL, mongodb:/),
        expect.stringMatching(/^Redis \S+: .*, 127\.0\.0\.1:\d+, data in /),
      ]),
    );
  });

  it('keeps data across a stop and a start', async () => {
    const first = await provide();
    await withRedis(first.redis.url, (redis) => redis.set('laurel:kept', 'yes'));
    await first.stop();
    const second = await provide();
    expect(await withRedis(second.redis.url, (redis) => redis.get('laurel:kept'))).toBe('yes');
  });

  it('stops what a killed launcher left running, without losing its data', async () => {
    const module = join(__dirname, 'provide-servers.ts');
    const { report: _, ...plain } = options();
    const script = `
      import { provideServers } from ${JSON.stringify(module)};
      import { silentReport as report } from ${JSON.stringify(join(__dirname, '..', 'report', 'report.ts'))};
      console.log((await provideServers({ ...${JSON.stringify(plain)}, report })).redis.url);`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve) =>
      launcher.stdout.on('data', (text) => resolve(String(text).trim())),
    );
    await withRedis(url, (redis) => redis.set('laurel:kept', 'yes'));
    launcher.kill('SIGKILL');
    const servers = await provide();
    expect(lines[0]).toBe('Stopped what an earlier run left behind: redis');
    expect(await withRedis(servers.redis.url, (redis) => redis.get('laurel:kept'))).toBe('yes');
  });

  it('removes throw-away data when it stops', async () => {
    const servers = await provide({ ephemeral: true });
    await servers.stop();
    expect(existsSync(dataDir)).toBe(false);
    expect(await isPortFree(Number(new URL(servers.redis.url).port))).toBe(true);
  });

  it('names the variable whose server does not answer, and leaves nothing running', async () => {
    const wrong = { ...environment, LAUREL_KAFKA_BROKERS: '127.0.0.1:1' };
    await expect(provide({ environment: wrong })).rejects.toThrow(
      /^Kafka: LAUREL_KAFKA_BROKERS is set \(127\.0\.0\.1:1\), but it does not answer as Kafka/,
    );
    expect(lines.some((line) => line.startsWith('Redis'))).toBe(true);
    expect(existsSync(join(dataDir, 'run', 'redis.pid.json'))).toBe(false);
  });

  it('tells a Redis with other data from an empty one and from one with Laurel’s', async () => {
    const { redis } = await provide();
    const inspect = () => inspectRedis(redis.url, { ownDataOnly: true });
    expect(await inspect()).toMatchObject({ usable: true });
    await withRedis(redis.url, (client) => client.set('laurel:a', '1'));
    expect(await inspect()).toMatchObject({ usable: true });
    await withRedis(redis.url, (client) => client.set('cart:1', '1'));
    expect(await inspect()).toEqual({ usable: false, reason: 'it holds keys that are not Laurel’s' });
  });
});
