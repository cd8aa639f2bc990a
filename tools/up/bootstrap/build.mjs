import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './progress.mjs';
import { endedBySignal, runStep } from './run-child.mjs';

/** Compiles the projects that changed; prints what is wrong in them. */
export async function build(root, node) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const code = await withProgress('Building what changed', () =>
    runStep(node, [tsc, '--build'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  if (code === 1 || code === 2)
    console.error('Building failed: correct what is named above, then run the same command again.');
  return code;
}

/** What the console's page is made of, from the root of the repository; of the packages, the lockfile tells. */
const consoleSources = ['apps/console', 'libs/sdk', 'package-lock.json'];
const notSources = /(^|\/)(dist|node_modules)(\/|$)|spec\.tsx?$|\.md$/;

/** Builds the console's page, unless it is built from these very sources; it is not compiled by the other step. */
export async function buildConsole(root, node) {
  const dist = join(root, 'apps', 'console', 'dist');
  const stampFile = join(dist, '.sources');
  const wanted = hashOf(root);
  if (read(stampFile) === wanted && read(join(dist, 'index.html')) !== undefined) return 0;
  rmSync(stampFile, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await withProgress('Building the console', () =>
    runStep(node, [vite, 'build', '--logLevel', 'warn', join('apps', 'console')], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
  if (code === 0) writeFileSync(stampFile, wanted);
  else if (!endedBySignal(code)) console.error('Building the console failed: correct what is named above.');
  return code;
}

function hashOf(root) {
  const hash = createHash('sha256');
  for (const file of consoleSources.flatMap((path) => filesIn(root, path)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(root, path) {
  if (notSources.test(path) || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`));
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
