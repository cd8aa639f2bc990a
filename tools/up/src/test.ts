import { join, resolve } from 'node:path';
import { interruptedExitCode, stopSignal } from './process/stop-signal.ts';
import { createReport } from './report/report.ts';
import { provideChromium } from './test-run/provide-chromium.ts';
import { runJest } from './test-run/run-jest.ts';
import { failed, runChecks, runPart } from './test-run/run-part.ts';
import { startSpecsGround } from './test-run/specs-ground.ts';
import { removeStaleRuns, testRunDir } from './test-run/stale-runs.ts';
import { staticChecks } from './test-run/static-checks.ts';
import { type Count, exitCodeOf, sumCounts, summaryLine } from './test-run/summary.ts';

/** `npm test`: see `help/test.txt`. */
async function main(): Promise<number> {
  const jestArgs = process.argv.slice(2);
  const root = resolve(import.meta.dirname, '..', '..', '..');
  const laurelDir = join(root, '.laurel');
  const report = createReport(process.stdout);
  const signal = stopSignal();
  await removeStaleRuns(laurelDir);
  const run = { root, dataDir: testRunDir(laurelDir), args: jestArgs, signal };
  // Servers may have to be fetched: that waits for the network, while the checks keep the cores busy.
  const ground = startSpecsGround({ ...run, report });
  // Told of where it is awaited.
  ground.catch(() => undefined);
  const counts: Count[] = [];
  try {
    if (jestArgs.length === 0) counts.push(...(await runChecks(staticChecks(root), report, signal)));
    if (jestArgs.length === 0 || jestArgs.some((arg) => arg.includes('console'))) await provideChromium(report, signal);
    const write = (text: string): unknown => process.stdout.write(text);
    if (!signal.aborted)
      counts.push(await runPart('specs', write, async () => runJest({ ...run, ground: await ground })));
  } finally {
    await ground.then(
      (started) => started.stop(),
      () => undefined,
    );
  }
  if (signal.aborted) {
    report.line('\nInterrupted.');
    return interruptedExitCode;
  }
  const sum = sumCounts(counts);
  report.line(`\n${summaryLine(sum)}`);
  return exitCodeOf(sum);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write(`${summaryLine(failed)}\n`);
    process.exit(1);
  },
);
