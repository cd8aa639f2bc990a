import { RefusedError } from '../../exit-codes.js';
import { type ProgramFormat, fingerprint, isSame, writeOrigin } from '../../program-file/origin.js';
import type { ProgramText } from '../../program-file/parse-program.js';
import { STANDARD, fileExists, formatOf, readProgramFile, writeProgramFile } from '../../program-file/program-file.js';
import { renderInto, renderProgram } from '../../program-file/render-program.js';
import { printLine } from '../../terminal/output.js';
import type { CommandContext } from '../command-context.js';
import { type ProgramOptions, adminApi } from './program-options.js';

export interface PullOptions extends ProgramOptions {
  readonly release?: number;
  readonly force?: boolean;
}

/** Writes the workspace's draft, or a release, into a file. */
export async function pull({ output }: CommandContext, options: PullOptions): Promise<void> {
  const { file, release: number, force, json } = options;
  const api = adminApi(options);
  const format: ProgramFormat = file === STANDARD && json ? 'json' : formatOf(file);
  const existing = fileExists(file) ? readable(file, force === true) : undefined;
  const draft = await api.draft();
  const program = number === undefined ? draft.program : (await api.release(number)).program;
  if (existing && !force) refuseEdited(file, existing, program);
  const revision = number === undefined ? draft.revision : `release-${number}`;
  const origin = { workspace: draft.workspace, revision, content: fingerprint(program) };
  const text = writeOrigin(existing ? renderInto(existing, program) : renderProgram(program, format), format, origin);
  if (file === STANDARD) {
    output.out.write(text);
    return;
  }
  writeProgramFile(file, text);
  const what = number === undefined ? `the draft (${revision})` : `release ${number}`;
  printLine(output, `${file} holds ${what} of the workspace ${draft.workspace}.`);
}

/** What is there, if it can be read; by force, what can't be read is replaced. */
function readable(file: string, force: boolean): ProgramText | undefined {
  try {
    return readProgramFile(file);
  } catch (error) {
    if (force && error instanceof RefusedError) return undefined;
    throw error;
  }
}

/** @throws RefusedError when the file holds changes that are nowhere else */
function refuseEdited(file: string, { program, origin }: ProgramText, coming: object): void {
  if (isSame(program, coming) || origin?.content === fingerprint(program)) return;
  throw new RefusedError(
    `${file} was edited since it was pulled or pushed, and pulling would undo that.\n` +
      'Look at your changes with "diff"; push them, pull into another file, or add --force.',
  );
}
