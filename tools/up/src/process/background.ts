import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** How much a background process gives way where cores are short: a tenth of the weight of the others. */
const NICENESS = 10;

/**
 * Lets a process wait behind the others when cores are short: what answers requests goes before what works through a log.
 * Best effort: where it can't be done, the process runs as all others do.
 *
 * On Linux with `sched_autogroup_enabled`, a process in a session of its own is weighed by its group's niceness, and its own
 * counts among its threads alone (sched(7)).
 */
export function putInBackground(pid: number): void {
  attempt(() => setPriority(pid, NICENESS));
  if (process.platform === 'linux') attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS)));
}

function attempt(what: () => void): void {
  try {
    what();
  } catch {
    // It only runs less politely.
  }
}
