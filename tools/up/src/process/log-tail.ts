import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last lines of a log file, or nothing when there is none. Reads at most the last 16 KiB. */
export function logTail(file: string, lines: number): string {
  try {
    const fd = openSync(file, 'r');
    try {
      const { size } = fstatSync(fd);
      const buffer = Buffer.alloc(Math.min(size, 16 * 1024));
      readSync(fd, buffer, 0, buffer.length, size - buffer.length);
      return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
    } finally {
      closeSync(fd);
    }
  } catch {
    return '';
  }
}
