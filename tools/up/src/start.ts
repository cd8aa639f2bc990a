import { join, resolve } from 'node:path';
import { runStack } from './start/run-stack.ts';
import { parseStartOptions } from './start/start-options.ts';
import { stopSignal } from './process/stop-signal.ts';

/** `npm start`: see `help/start.txt`. */
async function main(): Promise<number> {
  const options = parseStartOptions(process.argv.slice(2));
  const root = resolve(import.meta.dirname, '..', '..', '..');
  const dataDir = resolve(options.data ?? join(root, '.laurel'));
  return runStack({ ...options, root, dataDir, signal: stopSignal() });
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
