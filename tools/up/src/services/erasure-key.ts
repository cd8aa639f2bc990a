import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/**
 * The key of the environment if it names one, else the key of this data folder, made at the first start: under another key nobody
 * would be known to be erased.
 */
export function erasureKey(dataDir: string, environment: NodeJS.ProcessEnv): string {
  const named = environment['LAUREL_ERASURE_KEY'];
  if (named) return named;
  const file = join(dataDir, 'erasure-key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(BYTES).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch {
    // It is there already, or reading says why it is not.
  }
  return readFileSync(file, 'utf8');
}
