import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { surroundings } from './service-process.js';

const MAIN = join(__dirname, '../../../cli/dist/main.js');

/** What one run of the command line led to. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the operators' command line as it is built, in a process of its own. */
export async function runLaurel(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<CliRun> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...surroundings(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}
