import { ConfigError } from '@laurel/platform-config';

/** Runs a command line to its end: exits 0, or 1 with the reason on standard error. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
    process.exit(0);
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof CommandError;
    process.stderr.write(`${expected || !(error instanceof Error) ? String(error) : error.stack}\n`);
    process.exit(1);
  }
}

/** The command was not used as it is meant: its message says how. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
