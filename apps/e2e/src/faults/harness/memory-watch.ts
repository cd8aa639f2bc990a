import { readFileSync } from 'node:fs';
import type { ServiceProcess } from '../../stack/service-process.js';

const SAMPLE_MS = 500;
const KIB_PER_MIB = 1_024;

/** Notes how much memory services hold while something happens, in MiB. */
export class MemoryWatch {
  private readonly peaks = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly services: () => readonly ServiceProcess[]) {
    this.timer = setInterval(() => this.sample(), SAMPLE_MS);
  }

  /** The most that a service held at one time. */
  peak(app: string): number {
    return this.peaks.get(app) ?? 0;
  }

  /** Services that held more than so much, as sentences. */
  beyond(mostMib: number): string[] {
    return [...this.peaks].flatMap(([app, peak]) => (peak > mostMib ? [`${app} held ${peak} MiB`] : []));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  toString(): string {
    return Array.from(this.peaks, ([app, peak]) => `${app} ${peak} MiB`).join(', ');
  }

  private sample(): void {
    for (const { app, pid } of this.services()) {
      const held = residentMib(pid);
      if (held !== undefined) this.peaks.set(app, Math.max(held, this.peak(app)));
    }
  }
}

/** Undefined where the process has ended, or the system has no `/proc`. */
export function residentMib(pid: number | undefined): number | undefined {
  try {
    const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? undefined : Math.round(Number(kib) / KIB_PER_MIB);
  } catch {
    return undefined;
  }
}
