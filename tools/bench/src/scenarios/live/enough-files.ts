import { readFileSync } from 'node:fs';
import { parseMostFiles } from '../../measure/proc-status.ts';
import { whole } from '../../report/format.ts';

/** Files that a gateway or a generator has open besides. */
const OTHERS = 500;

/**
 * Whether each process may have so many connections; where the system does not tell, it is not asked.
 *
 * @throws Error that says what to do when they are too many
 */
export function requireFiles(sockets: number, limits = readLimits()): void {
  const most = parseMostFiles(limits);
  const needed = sockets + OTHERS;
  if (most === undefined || most >= needed) return;
  throw new Error(
    `${whole(sockets)} sockets need ${whole(needed)} open files in one process, and ${whole(most)} are allowed here. ` +
      `Raise the limit ("ulimit -n ${needed}", as root beyond the hard limit, or nofile in /etc/security/limits.conf), ` +
      `or measure fewer with --sockets.`,
  );
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}
