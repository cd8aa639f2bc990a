import { spawn } from 'node:child_process';
import type { Command } from './launch-spec.ts';

export interface CommandResult {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  /** Standard output and standard error together, in the order of arrival. */
  readonly output: string;
}

export interface RunOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/**
 * Runs a command that ends by itself and collects what it prints. A code other than 0 is a result, not an error.
 * @throws Error when the command cannot be started; the signal's reason when that fires.
 */
export async function runCommand(spec: Command, options: RunOptions = {}): Promise<CommandResult> {
  options.signal?.throwIfAborted();
  const child = spawn(spec.command, [...spec.args], {
    env: { ...process.env, ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(spec.cwd ? { cwd: spec.cwd } : {}),
  });
  const kill = (): void => void child.kill('SIGKILL');
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(kill, options.timeoutMs);
  options.signal?.addEventListener('abort', kill, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      output += chunk;
      if (options.onLine) for (const line of chunk.split('\n')) if (line.trim()) options.onLine(line.trim());
    });
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    options.signal?.throwIfAborted();
    return { code, output };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', kill);
  }
}

/**
 * Runs a command that must succeed.
 * @throws Error with `purpose` and the last lines that the command printed.
 */
export async function runOrFail(spec: Command, purpose: string, options: RunOptions = {}): Promise<string> {
  const { code, output } = await runCommand(spec, options);
  if (code === 0) return output;
  const tail = output.trim().split('\n').slice(-6).join('\n');
  throw new Error(`${purpose} failed (${spec.command}, ${code === null ? 'killed' : `exit code ${code}`}):\n${tail}`);
}
