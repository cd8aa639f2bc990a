import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Task } from '../../report/report.ts';
import type { FetchContext } from './fetch-context.ts';

const partialPrefix = '.partial-';

/**
 * Fills a folder under a temporary name and renames it when it is whole, so that a folder of the final name is never
 * half fetched. Two runs may fill at once: the first to finish wins.
 * Shown as a task while it lasts.
 * @returns the path of `binDir/name`.
 */
export async function installOnce(
  { binDir, report }: Pick<FetchContext, 'binDir' | 'report'>,
  name: string,
  fill: (dir: string, task: Task) => Promise<void>,
): Promise<string> {
  const target = join(binDir, name);
  if (existsSync(target)) return target;
  mkdirSync(binDir, { recursive: true });
  removeStalePartials(binDir);
  const task = report.task(`fetching ${name}`);
  const partial = mkdtempSync(join(binDir, `${partialPrefix}${process.pid}-${name}-`));
  try {
    await fill(partial, task);
    if (!existsSync(target)) renameSync(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    task.end();
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

/** Removes what runs that were killed have left half fetched. */
function removeStalePartials(binDir: string): void {
  for (const entry of readdirSync(binDir)) {
    const pid = Number(new RegExp(`^\\${partialPrefix}(\\d+)-`).exec(entry)?.[1]);
    if (Number.isInteger(pid) && !exists(pid)) rmSync(join(binDir, entry), { recursive: true, force: true });
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
