import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Installing and building are done by one process at a time: `npm test` may begin while `npm start` installs. */
export async function withLock(root, step) {
  const dir = join(root, '.laurel', 'run');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'bootstrap.lock');
  for (let told = false; !take(file); told = true) {
    if (!told) console.error('Waiting for another command that installs or builds here …');
    await delay(200);
  }
  try {
    return await step();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Creates the file with our process id, whole or not at all. A dead process's lock is removed. */
function take(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch {
    if (!isAlive(holder(file))) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return process.pid;
  }
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
