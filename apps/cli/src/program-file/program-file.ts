import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { RefusedError, UsageError } from '../exit-codes.js';
import { describeProblem, inFile } from './file-problem.js';
import type { FieldProblem } from '@laurel/kernel';
import { type Origin, type ProgramFormat, fingerprint, writeOrigin } from './origin.js';
import { MAX_TEXT_BYTES, type ProgramText, parseProgram } from './parse-program.js';
import { placeOfProblem } from './place-of-problem.js';

/** Standard input or output, where a command reads or writes one program. */
export const STANDARD = '-';
const STDIN = 0;

/** @throws UsageError for an ending that is none of a program */
export function formatOf(file: string): ProgramFormat {
  if (file === STANDARD || /\.ya?ml$/i.test(file)) return 'yaml';
  if (/\.json$/i.test(file)) return 'json';
  throw new UsageError(`"${file}" must end in .yaml, .yml or .json, which says how it is written; - is YAML.`);
}

/** @throws UsageError when it can't be read, RefusedError with every problem when it holds no program */
export function readProgramFile(file: string): ProgramText {
  const parsed = parseProgram(readText(file), formatOf(file));
  if (parsed.ok) return parsed.value;
  throw new RefusedError(parsed.error.map((problem) => describeProblem(nameOf(file), problem)).join('\n'));
}

export const fileExists = (file: string): boolean => file !== STANDARD && existsSync(file);

function readText(file: string): string {
  try {
    if (file === STANDARD) return readFileSync(STDIN, 'utf8');
    const { size } = statSync(file);
    if (size > MAX_TEXT_BYTES) throw new Error(`it has ${size} bytes; at most ${MAX_TEXT_BYTES} are read`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`Can't read ${nameOf(file)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws UsageError when it can't be written */
export function writeProgramFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`Can't write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Lets a file remember which draft it is the same as now. What came from standard input remembers nothing. */
export function rememberOrigin(
  file: string,
  { text, format, program }: ProgramText,
  at: Omit<Origin, 'content'>,
): void {
  if (file === STANDARD) return;
  const marked = writeOrigin(text, format, { ...at, content: fingerprint(program) });
  if (marked !== text) writeProgramFile(file, marked);
}

/** Problems of a program as lines, each with its place in the file. */
export const problemLines = (file: string, source: ProgramText, problems: readonly FieldProblem[]): string[] =>
  inFile(problems, (problem) => placeOfProblem(source, problem)).map((each) => describeProblem(nameOf(file), each));

const nameOf = (file: string): string => (file === STANDARD ? 'standard input' : file);
