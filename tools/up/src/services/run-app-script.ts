import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';

export interface AppScript {
  readonly root: string;
  /** The folder in `apps/`. */
  readonly app: string;
  /** The name of a built file, without `.js`. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Runs a script of an app to its end.
 * @returns what it printed.
 * @throws Error with its last lines when it fails.
 */
export async function runAppScript({ root, app, script, args = [], environment, signal }: AppScript): Promise<string> {
  const { code, output } = await runCommand(
    {
      command: process.execPath,
      args: ['--enable-source-maps', join(root, 'apps', app, 'dist', `${script}.js`), ...args],
      cwd: root,
      env: environment,
    },
    { signal, timeoutMs: 120_000 },
  );
  if (code === 0) return output;
  const tail = output.trim().split('\n').slice(-12).join('\n');
  throw new Error(`${app} ${script} failed (${code === null ? 'killed' : `exit code ${code}`}):\n${tail}`);
}
