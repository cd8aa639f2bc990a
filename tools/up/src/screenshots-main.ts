import { join, resolve } from 'node:path';
import { stopSignal } from './process/stop-signal.ts';
import { runningConsole } from './screenshots/running-console.ts';
import { takePictures } from './screenshots/take-pictures.ts';

/** `npm run screenshots`: see `help/screenshots.txt`. */
async function main(): Promise<number> {
  const root = resolve(import.meta.dirname, '..', '..', '..');
  const laurel = await runningConsole(root, stopSignal());
  try {
    const problems = await takePictures(laurel, join(root, 'docs', 'images'), process.argv.slice(2));
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await laurel.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
