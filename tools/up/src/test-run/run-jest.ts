import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { runStep } from './run-step.ts';
import type { SpecsGround } from './specs-ground.ts';
import { type Count, countJest, readJestReport } from './summary.ts';

/** What a suite of the whole takes at most: its worker, four services, and now and then a browser. */
const BYTES_PER_WORKER = 1.5 * 2 ** 30;

/**
 * One for each core: a suite of real processes keeps it busy. Two for each were tried: no faster, and the slowest suite took three times
 * as long. More than eight only wait for the one broker and the one database that they share.
 */
const workers = Math.max(2, Math.min(availableParallelism(), 8, Math.floor(totalmem() / BYTES_PER_WORKER)));

const limits = [`--maxWorkers=${workers}`];

export interface JestRun {
  readonly root: string;
  /** A folder of this run alone. */
  readonly dataDir: string;
  readonly args: readonly string[];
  readonly ground: SpecsGround;
  readonly signal: AbortSignal;
}

/** Runs Jest. That a service of the shared stack ended counts as a failure, whatever the suites noticed of it. */
export async function runJest({ root, dataDir, args, ground, signal }: JestRun): Promise<Count> {
  const reportFile = join(dataDir, 'jest.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const exitCode = await runStep(
    {
      command: process.execPath,
      args: [jest, ...limits, '--json', `--outputFile=${reportFile}`, ...args],
      cwd: root,
      env: ground.environment,
    },
    signal,
  );
  const count = countJest(readJestReport(reportFile), exitCode);
  const hasFallen = ground.stack?.hasFallen() === true;
  if (!signal.aborted && (count.failed > 0 || hasFallen)) ground.stack?.showLogs();
  return hasFallen ? { ...count, failed: count.failed + 1 } : count;
}
