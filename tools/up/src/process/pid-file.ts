import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from './launch-spec.ts';
import { processIdentity } from './process-identity.ts';

/** What a later start must know to find and stop a process whose launcher was killed. */
export interface PidRecord {
  readonly name: string;
  readonly pid: number;
  readonly identity: string;
  readonly cleanUp?: Command;
}

/** Notes a child that runs; gives up silently when it has already ended. */
export function writePidFile(runDir: string, name: string, pid: number, cleanUp?: Command): void {
  const identity = processIdentity(pid);
  if (identity === undefined) return;
  const record: PidRecord = { name, pid, identity, ...(cleanUp ? { cleanUp } : {}) };
  mkdirSync(runDir, { recursive: true });
  writeFileSync(pidFile(runDir, name), JSON.stringify(record));
}

export function removePidFile(runDir: string, name: string): void {
  rmSync(pidFile(runDir, name), { force: true });
}

/** Every child noted in the folder, whether it still runs or not. */
export function readPidFiles(runDir: string): PidRecord[] {
  return listFiles(runDir)
    .filter((file) => file.endsWith('.pid.json'))
    .flatMap((file) => readRecord(join(runDir, file)));
}

function readRecord(file: string): PidRecord[] {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as PidRecord;
    return [{ ...record, name: basename(file, '.pid.json') }];
  } catch {
    return [];
  }
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

function pidFile(runDir: string, name: string): string {
  return join(runDir, `${name}.pid.json`);
}
