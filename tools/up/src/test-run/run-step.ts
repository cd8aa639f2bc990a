import { spawn } from 'node:child_process';
import type { Command } from '../process/launch-spec.ts';

/**
 * Runs a command with the terminal's output, and resolves with its exit code. When the signal fires, the command is told
 * to end and is waited for.
 */
export async function runStep({ command, args, env, cwd }: Command, signal: AbortSignal): Promise<number> {
  if (signal.aborted) return 1;
  const child = spawn(command, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    ...(cwd ? { cwd } : {}),
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
