import { readFileSync } from 'node:fs';

const KIB = 1_024;

/** Memory of `/proc/<pid>/status` that is in RAM, in bytes; undefined for what is not such a file. */
export function parseResidentBytes(text: string): number | undefined {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(text) ?? [];
  return kib === undefined ? undefined : Number(kib) * KIB;
}

/** Open files that `/proc/<pid>/limits` allows at most; undefined for what is not such a file. Node takes all of it by itself. */
export function parseMostFiles(text: string): number | undefined {
  const [, hard] = /^Max open files\s+\S+\s+(\S+)/m.exec(text) ?? [];
  if (hard === undefined) return undefined;
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}

/** @throws Error where the system does not tell */
export function residentBytes(pid: number): number {
  const bytes = parseResidentBytes(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (bytes === undefined) throw new Error(`/proc/${pid}/status tells no memory`);
  return bytes;
}
