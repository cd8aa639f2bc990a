import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '../process/wait.ts';

/** A console to take pictures of, and who signs in. */
export interface RunningConsole {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  /** Stops what was started for the pictures; leaves alone what ran already. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 600_000;
const SEASON_IS_OVER = /The final table equals/;

/** The console of the stack that runs in this folder, else one of a stack started for the purpose, with the season played. */
export async function runningConsole(root: string, signal: AbortSignal): Promise<RunningConsole> {
  const own = readConsole(join(root, '.laurel'));
  if (own && (await answers(own.url))) return { ...own, stop: () => Promise.resolve() };
  const dataDir = join(root, '.laurel', 'screenshots');
  const child = spawn(process.execPath, [join(root, 'tools/up/src/start.ts'), '--data', dataDir, '--speed', '200'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  const ended = endOf(child);
  // Told while it is waited for; afterwards it is stopped on purpose.
  ended.catch(() => undefined);
  const stop = (): Promise<void> => stopChild(child);
  try {
    const isOver = async (): Promise<true | undefined> => (SEASON_IS_OVER.test(output) ? true : undefined);
    await Promise.race([waitFor(isOver, { timeoutMs: START_TIMEOUT_MS, signal }), ended]);
    const started = readConsole(dataDir);
    if (!started) throw new Error('The stack that was started for the pictures has no console.');
    return { ...started, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Fails when it ends by itself. */
async function endOf(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('The stack for the pictures ended early: it says why above.');
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  await exited;
}

/** What `npm start` leaves for a shell. */
function readConsole(dataDir: string): Omit<RunningConsole, 'stop'> | undefined {
  try {
    const text = readFileSync(join(dataDir, 'demo.env'), 'utf8');
    const read = (name: string): string => new RegExp(`^export ${name}=(.+)$`, 'm').exec(text)?.[1] ?? '';
    const found = { url: read('ADMIN'), email: read('OPERATOR_EMAIL'), password: read('OPERATOR_PASSWORD') };
    return Object.values(found).includes('') ? undefined : found;
  } catch {
    return undefined;
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { headers: { accept: 'text/html' } }).then(
    ({ ok }) => ok,
    () => false,
  );
