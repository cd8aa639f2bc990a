import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataDir, 'run', 'stack.json');

/**
 * Leaves what the services are told of their servers in the data folder, for `npm run laurel`. Not for a shell: who exported it
 * would make the next `npm start` use these servers instead of starting its own. Readable by its owner alone.
 */
export function writeStackEnvironment(dataDir: string, environment: Readonly<Record<string, string>>): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(environment, undefined, 2)}\n`, { mode: 0o600 });
}

/** The servers of the stack that runs in a data folder or ran there last; empty when none ever did. */
export function readStackEnvironment(dataDir: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
