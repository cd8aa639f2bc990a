import { ConfigError } from '@laurel/platform-config';
import { CommanderError } from 'commander';
import { EXIT, RefusedError, UnreachableError, UsageError } from './exit-codes.js';
import { laurelProgram } from './laurel.program.js';
import type { Output } from './terminal/output.js';

/**
 * Runs one command line.
 *
 * @param args without the names of node and the script
 * @returns the exit code: see `EXIT`
 */
export async function runCli(args: readonly string[], output: Output): Promise<number> {
  const state = { exitCode: EXIT.clean as number };
  const program = laurelProgram(output, (code) => (state.exitCode = code));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return state.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
    output.err.write(`${await explain(error)}\n`);
    return error instanceof RefusedError ? EXIT.found : EXIT.unusable;
  }
}

const NOT_CONFIGURED =
  'Start Laurel with "npm start", whose servers "npm run laurel" then finds by itself; or name others in the environment.';

async function explain(error: unknown): Promise<string> {
  if (error instanceof ConfigError) return `${error.message}\n${NOT_CONFIGURED}`;
  const isExpected = [UsageError, UnreachableError, RefusedError].some((Expected) => error instanceof Expected);
  if (isExpected) return (error as Error).message;
  const { serverOf } = await import('./connections/failed-server.js');
  const server = serverOf(error);
  if (server !== undefined)
    return `${server} failed meanwhile: ${(error as Error).message}\nIt is safe to run this again.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
