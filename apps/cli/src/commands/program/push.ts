import { RefusedError } from '../../exit-codes.js';
import { type AdminApi, type DraftAnswer, RefusedProgram } from '../../gateways/admin-api.js';
import { isSame } from '../../program-file/origin.js';
import type { ProgramText } from '../../program-file/parse-program.js';
import { problemLines, readProgramFile, rememberOrigin } from '../../program-file/program-file.js';
import { printJson, printLine } from '../../terminal/output.js';
import type { CommandContext } from '../command-context.js';
import { type ProgramOptions, adminApi } from './program-options.js';
import { type WriteOptions, seenRevision } from './seen-revision.js';

export type PushOptions = ProgramOptions & WriteOptions;

/** Makes the program of a file the workspace's draft. */
export async function push({ output }: CommandContext, options: PushOptions): Promise<void> {
  const { file, json } = options;
  const source = readProgramFile(file);
  const api = adminApi(options);
  const draft = await writeDraft(api, file, source, await api.draft(), options);
  const problems = await api.draftProblems();
  if (json) return printJson(output, { workspace: draft.workspace, revision: draft.revision, problems });
  printLine(output, `The draft of the workspace ${draft.workspace} is what ${file} holds (${draft.revision}).`);
  if (problems.length === 0) return;
  output.err.write(`It can't be published yet:\n${problemLines(file, source, problems).join('\n')}\n`);
}

/**
 * Writes a file as the draft, unless the draft is the same already, and lets the file remember it.
 *
 * @param draft as it is
 * @returns the draft as it is then
 * @throws RefusedError with every problem's place in the file, or since the draft is not the one that the file was made from
 */
export async function writeDraft(
  api: AdminApi,
  file: string,
  source: ProgramText,
  draft: DraftAnswer,
  options: WriteOptions,
): Promise<DraftAnswer> {
  // By force, a draft that is the same is written too: it is based on the latest release then, whoever published that.
  const written =
    !options.force && isSame(source.program, draft.program)
      ? draft
      : await api.putDraft(source.program, seenRevision(draft, source.origin, options));
  if (written instanceof RefusedProgram) {
    throw new RefusedError(problemLines(file, source, written.problems).join('\n'));
  }
  rememberOrigin(file, source, written);
  return written;
}
