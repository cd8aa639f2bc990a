import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './lock.mjs';
import { withProgress } from './progress.mjs';
import { endedBySignal, runStep } from './run-child.mjs';

/**
 * Installs the packages of the lockfile when they are not the ones installed. `npm ci` removes `node_modules`, and with
 * it the stamp, first: an installation that was interrupted is begun anew.
 */
export async function ensureInstalled(root) {
  const stampFile = join(root, 'node_modules', '.laurel-install');
  const wanted = stamp(root);
  if (read(stampFile) === wanted) return 0;
  const running = runningLauncher(root);
  if (running) {
    console.error(
      `The packages have changed, and Laurel is running from this folder (process ${running}). Stop it, then try again.`,
    );
    return 1;
  }
  const code = await withProgress('Installing packages with npm ci (about a minute the first time)', () => npmCi(root));
  if (code === 0) writeFileSync(stampFile, wanted);
  else if (!endedBySignal(code))
    console.error('Installing failed: npm says why above. Then run the same command again.');
  return code;
}

/** The lockfile, and the platform that binaries were chosen for. */
function stamp(root) {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform}-${process.arch}`;
}

function npmCi(root) {
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Under `npm start` the same npm is used again, whatever else is on PATH.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runStep(process.execPath, [npm, ...args], options);
  return runStep('npm', args, options);
}

function runningLauncher(root) {
  try {
    const { pid } = JSON.parse(readFileSync(join(root, '.laurel', 'run', 'start.json'), 'utf8'));
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
