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
