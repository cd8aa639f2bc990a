import { mkdirSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../report/report.ts';
import { provideServers } from '../servers/provide-servers.ts';
import { runStep } from './run-step.ts';
import { type SharedStack, startSharedStack } from './shared-stack.ts';
import { type Count, countJest, readJestReport } from './summary.ts';

/** What a suite of the whole takes at most: its worker, four services, and now and then a browser. */
const BYTES_PER_WORKER = 1.5 * 2 ** 30;

/**
 * Suites of real processes wait half of their time, for a timeout of Kafka or a service that starts: two for each core keep it
 * busy. More than eight only wait for the one broker and the one database that they share.
 */
const workers = Math.max(2, Math.min(2 * availableParallelism(), 8, Math.floor(totalmem() / BYTES_PER_WORKER)));

const limits = [`--maxWorkers=${workers}`];

export interface JestRun {
  readonly root: string;
  /** A folder of this run alone, removed afterwards. */
  readonly dataDir: string;
  readonly args: readonly string[];
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** Runs Jest on servers of its own (or those that the environment names), and stops them whatever happens. */
export async function runJest({ root, dataDir, args, report, signal }: JestRun): Promise<Count> {
  const servers = await provideServers({
    ...{ root, dataDir, report, signal },
    ports: 'free',
    allowExisting: false,
    ephemeral: true,
  });
  mkdirSync(dataDir, { recursive: true });
  const reportFile = join(dataDir, 'jest.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  let stack: SharedStack | undefined;
  try {
    if (reachesWholeSuites(args)) stack = await startSharedStack({ root, dataDir, servers, report, signal });
    const exitCode = await runStep(
      {
        command: process.execPath,
        args: [jest, ...limits, '--json', `--outputFile=${reportFile}`, ...args],
        cwd: root,
        env: {
          LAUREL_KAFKA_BROKERS: servers.kafka.brokers,
          LAUREL_MONGO_URL: servers.mongo.url,
          LAUREL_REDIS_URL: servers.redis.url,
          ...stack?.environment,
        },
      },
      signal,
    );
    const count = countJest(readJestReport(reportFile), exitCode);
    const hasFallen = stack?.hasFallen() === true;
    if (count.failed > 0 || hasFallen) stack?.showLogs();
    return hasFallen ? { ...count, failed: count.failed + 1 } : count;
  } finally {
    await stack?.stop();
    await servers.stop();
  }
}

/** Whether the suites of the whole run: for one of them, what they share is not worth its start. */
const reachesWholeSuites = (args: readonly string[]): boolean =>
  args.length === 0 || args.some((arg) => /^(\.\/)?apps(\/e2e)?\/?$/.test(arg));
