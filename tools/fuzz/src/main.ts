import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LauncherLock, type Report, createReport, interruptedExitCode, stopSignal } from '@laurel/up';
import { type FuzzStack, startFuzzStack } from './fuzz-stack.ts';
import { type FuzzOptions, parseFuzzOptions } from './options.ts';
import { Schemathesis } from './schemathesis.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** `npm run fuzz`: see `tools/up/help/fuzz.txt`. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseFuzzOptions(args);
  const signal = stopSignal();
  const report = createReport(process.stdout);
  const dataDir = join(root, '.laurel', 'fuzz');
  const claim = LauncherLock.claim(dataDir);
  if (!claim.claimed) throw new Error(`The fuzzer runs already (process ${claim.holder.pid}).`);
  try {
    const fuzzer = await Schemathesis.install(join(root, '.laurel', 'bin'), report, signal);
    const stack = await startFuzzStack(root, dataDir, report, signal);
    const failed = await attackAll(fuzzer, stack, options, dataDir, report).finally(() => stack.stop());
    if (signal.aborted) return interruptedExitCode;
    report.line(failed.length === 0 ? '\nAll promises held.' : `\nBroken promises: ${failed.join(', ')}.`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    claim.lock.release();
  }
}

/** One gateway after another. @returns the names of those that broke a promise, or were not ready afterwards */
async function attackAll(
  fuzzer: Schemathesis,
  { urls, secretKey }: FuzzStack,
  { only, maxExamples, seed = randomInt(2 ** 32) }: FuzzOptions,
  dataDir: string,
  report: Report,
): Promise<string[]> {
  const failed: string[] = [];
  const reports = join(dataDir, 'reports');
  mkdirSync(reports, { recursive: true });
  for (const gateway of only) {
    report.line(`\n== ${gateway}, seed ${seed}`);
    const url = urls[gateway];
    const reportFile = join(reports, `${gateway}.xml`);
    const held = await fuzzer.attack({ url, secretKey, maxExamples, seed, reportFile });
    const { ok } = await fetch(`${url}/health/ready`);
    if (!held || !ok) failed.push(gateway);
  }
  return failed;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
