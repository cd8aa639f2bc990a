import type { Command } from './launch-spec.ts';
import type { PidRecord } from './pid-file.ts';
import { readPidFiles, removePidFile } from './pid-file.ts';
import { isRunning } from './process-identity.ts';
import { runCommand } from './run-command.ts';
import { pause } from './wait.ts';

/** Sends a signal to a child's whole process group (each child leads its own); a group that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group (the process leads none, or has ended): try the process alone, then give up.
    }
  }
}

/** Runs a clean-up command; one that fails has nothing to clean. */
export async function cleanUp(command: Command | undefined): Promise<void> {
  if (!command) return;
  await runCommand(command, { timeoutMs: 10_000 }).catch(() => undefined);
}

/** Asks a process to end, and ends it by force when it has not done so after `graceMs`. */
export async function stopProcess(record: PidRecord, graceMs: number): Promise<void> {
  const running = (): boolean => isRunning(record.pid, record.identity);
  if (running()) signalGroup(record.pid, 'SIGTERM');
  for (const deadline = performance.now() + graceMs; running() && performance.now() < deadline;) await pause(50);
  if (!running()) return;
  signalGroup(record.pid, 'SIGKILL');
  await cleanUp(record.cleanUp);
}

/**
 * Stops what a killed launcher left running, and forgets it.
 * @returns the names of the processes that were still running.
 */
export async function stopLeftovers(runDir: string, graceMs = 8_000): Promise<string[]> {
  const records = readPidFiles(runDir);
  const running = records.filter((record) => isRunning(record.pid, record.identity));
  await Promise.all(running.map((record) => stopProcess(record, graceMs)));
  for (const record of records) removePidFile(runDir, record.name);
  return running.map((record) => record.name);
}
