import { spawn } from 'node:child_process';
import type { Command } from '../process/launch-spec.ts';

/**
 * Runs a command with the terminal's output, and resolves with its exit code. When the signal fires, the command is told
 * to end and is waited for.
 *
 * @param write hears what the command prints, in place of the terminal
 */
export async function runStep(
  { command, args, env, cwd }: Command,
  signal: AbortSignal,
  write?: (text: string) => void,
): Promise<number> {
  if (signal.aborted) return 1;
  const output = write ? 'pipe' : 'inherit';
  const child = spawn(command, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    ...(cwd ? { cwd } : {}),
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', write ?? (() => undefined));
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      // Not before all that it printed is read.
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
