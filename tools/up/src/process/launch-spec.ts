/** A command to run, as `spawn` wants it. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the launcher's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A long-running process: what to run, what it is called, where its output goes. */
export interface LaunchSpec extends Command {
  /** Names the pid file and the log file. */
  readonly name: string;
  /** Run before each start and after a forced kill: takes away what the command itself would leave behind. */
  readonly cleanUp?: Command;
  /** Waits behind others where cores are short. */
  readonly background?: boolean;
}
