import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { putInBackground } from './background.ts';
import type { LaunchSpec } from './launch-spec.ts';
import { removePidFile, writePidFile } from './pid-file.ts';
import { cleanUp, signalGroup } from './stop-process.ts';
import { pause } from './wait.ts';

/** Where a child leaves its traces. */
export interface ChildFolders {
  readonly runDir: string;
  readonly logsDir: string;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when the command could not be started at all. */
  readonly error?: Error;
}

export interface Child {
  readonly pid: number | undefined;
  readonly exited: Promise<Exit>;
  /** Ends the child: asks, waits up to `graceMs`, then forces. Safe to call again. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Starts a long-running process in a process group of its own, so that Ctrl-C in the terminal reaches only the
 * launcher, which then stops its children in order. Output goes straight to the log file: no pipe can break.
 */
export async function startChild(spec: LaunchSpec, folders: ChildFolders): Promise<Child> {
  await cleanUp(spec.cleanUp);
  const log = openLog(logFile(folders.logsDir, spec.name));
  const child = spawn(spec.command, [...spec.args], {
    detached: true,
    env: { ...process.env, ...spec.env },
    stdio: ['ignore', log, log],
    ...(spec.cwd ? { cwd: spec.cwd } : {}),
  });
  closeSync(log);
  const { pid } = child;
  if (pid !== undefined && spec.background) putInBackground(pid);
  if (pid !== undefined) writePidFile(folders.runDir, spec.name, pid, spec.cleanUp);
  let ended = false;
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then((exit) => {
    ended = true;
    removePidFile(folders.runDir, spec.name);
    return exit;
  });

  const end = async (graceMs: number): Promise<void> => {
    if (ended || pid === undefined) return;
    signalGroup(pid, 'SIGTERM');
    const patience = new AbortController();
    await Promise.race([exited, pause(graceMs, patience.signal)]);
    patience.abort();
    if (ended) return;
    signalGroup(pid, 'SIGKILL');
    await exited;
    await cleanUp(spec.cleanUp);
  };
  let ending: Promise<void> | undefined;
  return { pid, exited, stop: (graceMs) => (ending ??= end(graceMs)) };
}

export function logFile(logsDir: string, name: string): string {
  return join(logsDir, `${name}.log`);
}

/** Keeps the log of the run before as `<name>.log.1`, so that a log tells of one run. */
export function setLogAside(logsDir: string, name: string): void {
  const file = logFile(logsDir, name);
  try {
    renameSync(file, `${file}.1`);
  } catch {
    // There was no run before.
  }
}

/** How a process ended, in words. */
export function describeExit(exit: Exit): string {
  if (exit.error) return `could not be started: ${exit.error.message}`;
  return exit.signal ? `ended by ${exit.signal}` : `ended with exit code ${exit.code}`;
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'a');
}
