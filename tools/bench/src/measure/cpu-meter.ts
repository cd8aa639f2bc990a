import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseBusySeconds, parseProcessStat } from './proc-stat.ts';

export interface MeteredProcess {
  readonly name: string;
  readonly pid: number;
}

/** Processor time at one moment. */
export interface CpuReading {
  readonly atMs: number;
  /** By name and pid, so that a process that was restarted in between is not counted from zero. */
  readonly seconds: ReadonlyMap<string, number>;
  readonly busySeconds: number | undefined;
}

/** Processor time between two moments. */
export interface CpuUse {
  readonly elapsedSeconds: number;
  readonly cores: number;
  readonly processes: readonly { readonly name: string; readonly seconds: number }[];
  /** Cores that everything else on the machine kept busy; undefined where the system does not tell. */
  readonly othersCores: number | undefined;
}

/** Containers do their work in processes of a daemon: what the client in front of them uses says nothing. */
const HIDES_ITS_WORK = new Set(['docker']);

/** Reads what processes and the whole machine have used so far, where the system has `/proc`. */
export function readCpu(processes: readonly MeteredProcess[]): CpuReading {
  const seconds = new Map<string, number>();
  for (const { name, pid } of processes) {
    const time = parseProcessStat(readText(`/proc/${pid}/stat`));
    if (time && !HIDES_ITS_WORK.has(time.program)) seconds.set(`${name} ${pid}`, time.cpuSeconds);
  }
  return { atMs: performance.now(), seconds, busySeconds: parseBusySeconds(readText('/proc/stat')) };
}

export function cpuUseBetween(before: CpuReading, after: CpuReading, cores = availableParallelism()): CpuUse {
  const processes = Array.from(after.seconds, ([key, seconds]) => ({
    name: key.slice(0, key.lastIndexOf(' ')),
    seconds: seconds - (before.seconds.get(key) ?? seconds),
  }));
  const ours = processes.reduce((sum, { seconds }) => sum + seconds, 0);
  const isKnown = before.busySeconds !== undefined && after.busySeconds !== undefined;
  const elapsedSeconds = (after.atMs - before.atMs) / 1_000;
  const othersCores = isKnown ? Math.max(0, after.busySeconds - before.busySeconds - ours) / elapsedSeconds : undefined;
  return { elapsedSeconds, cores, processes, othersCores };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
