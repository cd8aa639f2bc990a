import { join, resolve } from 'node:path';
import type { Command } from './process/launch-spec.ts';
import { interruptedExitCode, stopSignal } from './process/stop-signal.ts';
import { createReport } from './report/report.ts';
import { provideChromium } from './test-run/provide-chromium.ts';
import { runJest } from './test-run/run-jest.ts';
import { runStep } from './test-run/run-step.ts';
import { removeStaleRuns, testRunDir } from './test-run/stale-runs.ts';
import { staticChecks } from './test-run/static-checks.ts';
import { type Count, exitCodeOf, sumCounts, summaryLine } from './test-run/summary.ts';

const passed: Count = { passed: 1, failed: 0 };
const failed: Count = { passed: 0, failed: 1 };

/** `npm test`: see `help/test.txt`. */
async function main(): Promise<number> {
  const jestArgs = process.argv.slice(2);
  const root = resolve(import.meta.dirname, '..', '..', '..');
  const laurelDir = join(root, '.laurel');
  const report = createReport(process.stdout);
  const signal = stopSignal();
  const counts: Count[] = [];
  await removeStaleRuns(laurelDir);
  if (jestArgs.length === 0) {
    for (const check of staticChecks(root)) {
      counts.push(
        await underHeading(check.title, async () => ((await runAll(check.commands, signal)) ? passed : failed)),
      );
    }
  }
  if (jestArgs.length === 0 || jestArgs.some((arg) => arg.includes('console'))) await provideChromium(report, signal);
  const specs = { root, dataDir: testRunDir(laurelDir), args: jestArgs, report, signal };
  if (!signal.aborted) counts.push(await underHeading('specs', () => runJest(specs)));
  if (signal.aborted) {
    report.line('\nInterrupted.');
    return interruptedExitCode;
  }
  const sum = sumCounts(counts);
  report.line(`\n${summaryLine(sum)}`);
  return exitCodeOf(sum);
}

/** Runs one part and tells how it went and how long it took. A part that throws has failed. */
async function underHeading(title: string, run: () => Promise<Count>): Promise<Count> {
  process.stdout.write(`\n== ${title}\n`);
  const began = performance.now();
  const count = await run().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return failed;
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`== ${title}: ${count.failed === 0 ? 'ok' : 'FAILED'} after ${seconds} s\n`);
  return count;
}

async function runAll(commands: readonly Command[], signal: AbortSignal): Promise<boolean> {
  for (const command of commands) if ((await runStep(command, signal)) !== 0) return false;
  return true;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write(`${summaryLine(failed)}\n`);
    process.exit(1);
  },
);
