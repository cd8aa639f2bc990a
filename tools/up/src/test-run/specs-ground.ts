import { mkdirSync } from 'node:fs';
import type { Report } from '../report/report.ts';
import { provideServers } from '../servers/provide-servers.ts';
import { type SharedStack, startSharedStack } from './shared-stack.ts';

export interface SpecsGroundOptions {
  readonly root: string;
  /** A folder of this run alone, removed afterwards. */
  readonly dataDir: string;
  /** Of Jest. */
  readonly args: readonly string[];
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** What specs run on. */
export interface SpecsGround {
  /** Where they find it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stack: SharedStack | undefined;
  /** Safe to call again. */
  stop(): Promise<void>;
}

/** Starts servers of the run's own (or takes those that the environment names), and the stack that suites share. */
export async function startSpecsGround({ args, ...options }: SpecsGroundOptions): Promise<SpecsGround> {
  const servers = await provideServers({ ...options, ports: 'free', allowExisting: false, ephemeral: true });
  try {
    mkdirSync(options.dataDir, { recursive: true });
    const stack = reachesWholeSuites(args) ? await startSharedStack({ ...options, servers }) : undefined;
    return {
      environment: {
        LAUREL_KAFKA_BROKERS: servers.kafka.brokers,
        LAUREL_MONGO_URL: servers.mongo.url,
        LAUREL_REDIS_URL: servers.redis.url,
        ...stack?.environment,
      },
      stack,
      stop: async () => {
        await stack?.stop();
        await servers.stop();
      },
    };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

/** Whether the suites of the whole run: for one of them, what they share is not worth its start. */
const reachesWholeSuites = (args: readonly string[]): boolean =>
  args.length === 0 || args.some((arg) => /^(\.\/)?apps(\/e2e)?\/?$/.test(arg));
