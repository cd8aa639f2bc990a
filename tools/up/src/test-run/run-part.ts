import type { Command } from '../process/launch-spec.ts';
import type { Report } from '../report/report.ts';
import { runStep } from './run-step.ts';
import type { StaticCheck } from './static-checks.ts';
import type { Count } from './summary.ts';

const passed: Count = { passed: 1, failed: 0 };
export const failed: Count = { passed: 0, failed: 1 };

type Write = (text: string) => unknown;

/** Runs one part of a test run, and tells how it went and how long it took. A part that throws has failed. */
export async function runPart(title: string, write: Write, run: () => Promise<Count>): Promise<Count> {
  write(`\n== ${title}\n`);
  const began = performance.now();
  const count = await run().catch((error: unknown) => {
    write(`${error instanceof Error ? error.message : String(error)}\n`);
    return failed;
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  write(`== ${title}: ${count.failed === 0 ? 'ok' : 'FAILED'} after ${seconds} s\n`);
  return count;
}

/** Runs the checks side by side, since each keeps one core busy. What one prints is shown in one piece, when it has ended. */
export async function runChecks(checks: readonly StaticCheck[], report: Report, signal: AbortSignal): Promise<Count[]> {
  const task = report.task(`checking ${checks.map(({ title }) => title).join(', ')}`);
  const run = async ({ title, commands }: StaticCheck): Promise<Count> => {
    let shown = '';
    const write = (text: string): void => void (shown += text);
    const count = await runPart(title, write, async () => ((await runAll(commands, signal, write)) ? passed : failed));
    report.line(shown.trimEnd());
    return count;
  };
  try {
    return await Promise.all(checks.map(run));
  } finally {
    task.end();
  }
}

async function runAll(
  commands: readonly Command[],
  signal: AbortSignal,
  write: (text: string) => void,
): Promise<boolean> {
  for (const command of commands) if ((await runStep(command, signal, write)) !== 0) return false;
  return true;
}
