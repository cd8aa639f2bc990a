import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TcpFaultProxy } from '@laurel/faults';
import { until } from '@laurel/testing';
import { type ProvidedServers, provideServers, readPidFiles, silentReport } from '@laurel/up';

const ROOT = join(__dirname, '../../../../..');

export type ServerName = 'kafka' | 'mongo' | 'redis';

/** Servers of one test file alone, each behind a fault proxy; they may be killed. The launcher starts them again. */
export class OwnServers {
  private constructor(
    private readonly provided: ProvidedServers,
    readonly dataDir: string,
    readonly proxies: Readonly<Record<ServerName, TcpFaultProxy>>,
  ) {}

  static async start(seed: number): Promise<OwnServers> {
    const dataDir = mkdtempSync(join(tmpdir(), 'laurel-faults-'));
    const [kafka, mongo, redis] = [new TcpFaultProxy(seed), new TcpFaultProxy(seed), new TcpFaultProxy(seed)];
    const { LAUREL_KAFKA_BROKERS: _k, LAUREL_MONGO_URL: _m, LAUREL_REDIS_URL: _r, ...environment } = process.env;
    const provided = await provideServers({
      root: ROOT,
      dataDir,
      ports: 'free',
      allowExisting: false,
      ephemeral: true,
      kafkaAdvertisedPort: await kafka.start(),
      report: silentReport,
      environment,
    });
    kafka.leadTo(addressOf(provided.kafka.brokers));
    await mongo.start(addressOf(provided.mongo.url));
    await redis.start(addressOf(provided.redis.url));
    return new OwnServers(provided, dataDir, { kafka, mongo, redis });
  }

  /** Leads a stack through the proxies. */
  get environment(): Record<string, string> {
    const { kafka, mongo, redis } = this.proxies;
    return {
      LAUREL_KAFKA_BROKERS: `127.0.0.1:${kafka.port}`,
      LAUREL_MONGO_URL: `mongodb://127.0.0.1:${mongo.port}/?directConnection=true`,
      LAUREL_REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    };
  }

  signal(server: ServerName, signal: NodeJS.Signals): void {
    process.kill(this.pidOf(server), signal);
  }

  /**
   * Kills a server and waits until the launcher has started it again.
   *
   * @param meanwhile runs after the server has stopped for good and before it starts again
   */
  async killAndRestart(server: ServerName, meanwhile: () => void = () => undefined): Promise<void> {
    const pid = this.pidOf(server);
    // It does nothing more from here on, and is still there: the launcher does not start another one yet.
    process.kill(pid, 'SIGSTOP');
    meanwhile();
    process.kill(pid, 'SIGKILL');
    await until(`${server} runs again`, () =>
      readPids(this.dataDir).some((it) => it.name === server && it.pid !== pid),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.proxies).map((proxy) => proxy.stop()));
    await this.provided.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private pidOf(server: ServerName): number {
    const found = readPids(this.dataDir).find(({ name }) => name === server);
    if (!found) throw new Error(`${server} does not run`);
    return found.pid;
  }
}

const readPids = (dataDir: string) => readPidFiles(join(dataDir, 'run'));

/** Of a URL, or `host:port`. */
export function addressOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url.includes('://') ? url : `tcp://${url}`);
  return { host: hostname, port: Number(port) };
}
