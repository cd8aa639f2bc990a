import type { FieldProblem } from '@laurel/kernel';
import { pageOf } from '../gateways/gateway.js';
import { plain } from '../terminal/table.js';

/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a file: in the file itself, or in the program that it holds. */
export interface FileProblem {
  /** Undefined when it is about the file as a whole. */
  readonly at?: Place | undefined;
  /** JSON pointer into the program; undefined when the file could not be read as far as that. */
  readonly path?: string;
  readonly rule: string;
  readonly message: string;
}

const LONGEST = 400;

/** As compilers write it, for editors to jump to. */
export function describeProblem(file: string, { at, path, message }: FileProblem): string {
  const place = at ? `${file}:${at.line}:${at.column}` : file;
  const page = path === undefined ? '' : ` (${pageOf('releases.invalid_program')})`;
  return `${place}${path ? ` ${plain(path, LONGEST)}` : ''}: ${plain(message, LONGEST)}${page}`;
}

/** Problems of a program as problems of the file that it stands in. */
export const inFile = (problems: readonly FieldProblem[], placeOf: (problem: FieldProblem) => Place): FileProblem[] =>
  problems.map((problem) => ({ ...problem, at: placeOf(problem) }));
