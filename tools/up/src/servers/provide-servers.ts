import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stopLeftovers } from '../process/stop-process.ts';
import type { Report } from '../report/report.ts';
import { containerName, isDockerThere, removeVolumes } from './docker.ts';
import { kafkaKind } from './kafka/kafka-kind.ts';
import { mongoKind } from './mongo/mongo-kind.ts';
import { provideServer } from './provide-server.ts';
import type { ProvidedServer } from './provide-server.ts';
import { redisKind } from './redis/redis-kind.ts';
import { readSources, rememberSources } from './remembered-sources.ts';
import type { ServerKind } from './server-kind.ts';

/** How long a server may take to end before it is ended by force. */
const stopGraceMs = 4_000;

export interface ProvideServersOptions {
  /** The top folder of the clone: fetched binaries are kept in its `.laurel/bin`, whatever `dataDir` is. */
  readonly root: string;
  /** Data, logs and pid files of the servers started here. */
  readonly dataDir: string;
  /** Ports that are the same at every start where they are free, or any free ones. */
  readonly ports: 'preferred' | 'free';
  /** Whether servers that listen on their usual ports may be used if they hold nothing but Laurel's data. */
  readonly allowExisting: boolean;
  /** Throw-away data: quicker, less durable, and `dataDir` is removed by `stop`. */
  readonly ephemeral: boolean;
  /** Where Kafka's clients are told to connect to: a proxy before it. Its own port by default; not for Docker. */
  readonly kafkaAdvertisedPort?: number;
  readonly report: Report;
  /** Where LAUREL_KAFKA_BROKERS, LAUREL_MONGO_URL and LAUREL_REDIS_URL are read; the process's own by default. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Stops what is under way; what was started is stopped too. */
  readonly signal?: AbortSignal;
}

export interface ProvidedServers {
  readonly kafka: { readonly brokers: string };
  readonly mongo: { readonly url: string };
  readonly redis: { readonly url: string };
  /** One line for each choice, already reported. */
  readonly lines: readonly string[];
  /** Stops what was started here. Safe to call again. */
  stop(): Promise<void>;
}

/**
 * Finds or starts Kafka, MongoDB and Redis, at the same time, and waits until all three serve clients.
 * @throws AggregateError of one error per server that could not be had; nothing is left running then.
 */
export async function provideServers(options: ProvideServersOptions): Promise<ProvidedServers> {
  const dataDir = resolve(options.dataDir);
  const signal = options.signal ?? new AbortController().signal;
  const leftovers = await stopLeftovers(join(dataDir, 'run'));
  if (leftovers.length > 0) options.report.line(`Stopped what an earlier run left behind: ${leftovers.join(', ')}`);

  const remembered = options.ephemeral ? {} : readSources(dataDir);
  let docker: Promise<boolean> | undefined;
  const lines: string[] = [];
  const provide = async (kind: ServerKind): Promise<ProvidedServer> => {
    const server = await provideServer(kind, {
      ...options,
      dataDir,
      binDir: join(options.root, '.laurel', 'bin'),
      environment: options.environment ?? process.env,
      signal,
      docker: () => (docker ??= isDockerThere()),
      previous: remembered[kind.key],
    });
    for (const line of server.lines) options.report.line(line);
    lines.push(...server.lines);
    return server;
  };
  const started = await Promise.allSettled([provide(kafkaKind), provide(mongoKind), provide(redisKind)]);
  const servers = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = started.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop(stopGraceMs)));
    if (!options.ephemeral) return;
    const inDocker = servers.filter(({ source }) => source === 'docker');
    await removeVolumes(inDocker.map(({ key }) => containerName(key, dataDir)));
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  const [kafka, mongo, redis] = servers;
  if (signal.aborted || !kafka || !mongo || !redis) {
    await stop();
    signal.throwIfAborted();
    throw new AggregateError(failures, failures.map(messageOf).join('\n'));
  }
  if (!options.ephemeral) {
    rememberSources(dataDir, { kafka: kafka.source, mongo: mongo.source, redis: redis.source });
  }
  return { kafka: { brokers: kafka.url }, mongo: { url: mongo.url }, redis: { url: redis.url }, lines, stop };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
