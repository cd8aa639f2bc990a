import { EXIT } from '../../exit-codes.js';
import { readProgramFile } from '../../program-file/program-file.js';
import { paintFor } from '../../terminal/colours.js';
import { printJson, printLine } from '../../terminal/output.js';
import type { CommandContext } from '../command-context.js';
import { checkedProgram, compare, latestProgram } from './compare.js';
import { diffLines } from './diff-report.js';
import { type ProgramOptions, adminApi } from './program-options.js';

export interface DiffOptions extends ProgramOptions {
  readonly release?: number;
}

/** Shows how a file differs from the draft, or from a release. */
export async function diff({ output, end }: CommandContext, options: DiffOptions): Promise<void> {
  const { file, release: number, json } = options;
  const source = readProgramFile(file);
  const program = checkedProgram(file, source, 'draft');
  const api = adminApi(options);
  const draft = await api.draft();
  const before = number === undefined ? draft.program : (await api.release(number)).program;
  const found = compare(program, await latestProgram(api, draft), before);
  const against = number === undefined ? 'draft' : `release ${number}`;
  if (json) printJson(output, { against, revision: draft.revision, ...found });
  else {
    for (const line of diffLines(found, paintFor(output.out))) printLine(output, line);
    if (found.kinds.length === 0) output.err.write(`${file} is the same as the ${against}.\n`);
  }
  if (found.kinds.length > 0) end(EXIT.found);
}
