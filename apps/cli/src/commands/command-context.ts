import type { Output } from '../terminal/output.js';

/** What every command is given. */
export interface CommandContext {
  readonly output: Output;
  /** Says how the process is to end; clean when nothing is said. */
  readonly end: (code: number) => void;
}
