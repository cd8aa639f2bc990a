import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from '../process/process-identity.ts';
import { stopLeftovers } from '../process/stop-process.ts';

const prefix = 'test-';

/** The folder of this test run; its name tells a later run whether this one still lives. */
export function testRunDir(laurelDir: string): string {
  return join(laurelDir, `${prefix}${process.pid}-${startOf(process.pid) ?? ''}`);
}

/** Stops the servers and removes the data of test runs that were killed. */
export async function removeStaleRuns(laurelDir: string): Promise<void> {
  for (const entry of listFolder(laurelDir)) {
    const [, pid, started] = new RegExp(`^${prefix}(\\d+)-(.*)$`).exec(entry) ?? [];
    if (pid === undefined || startOf(Number(pid)) === started) continue;
    await stopLeftovers(join(laurelDir, entry, 'run'), 2_000);
    rmSync(join(laurelDir, entry), { recursive: true, force: true });
  }
}

/** When a process started, as far as that fits a folder's name. */
function startOf(pid: number): string | undefined {
  return processIdentity(pid)?.split('@')[0]?.replaceAll(/\W/g, '');
}

function listFolder(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
