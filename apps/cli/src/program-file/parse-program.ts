import { type Result, err, ok } from '@laurel/kernel';
import { MAX_PROGRAM_BYTES } from '@laurel/releases-domain';
import { type Document, LineCounter, type Node, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FileProblem, Place } from './file-problem.js';
import { JSON_MEMBER, type Origin, type ProgramFormat, readOrigin } from './origin.js';

/** A text may be longer than its program: it has comments. */
export const MAX_TEXT_BYTES = 4 * MAX_PROGRAM_BYTES;
/** Deeper than any program may be; ends what holds itself. */
const MAX_DEPTH = 100;

/** A program as it stands in a text, with where everything is. */
export interface ProgramText {
  readonly text: string;
  readonly format: ProgramFormat;
  readonly program: object;
  readonly origin: Origin | undefined;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Reads a program from YAML or JSON. Whatever the text is, nothing is thrown and nothing grows beyond its size. */
export function parseProgram(text: string, format: ProgramFormat): Result<ProgramText, FileProblem[]> {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_TEXT_BYTES) return refused('size', `has ${bytes} bytes; at most ${MAX_TEXT_BYTES} are read`);
  const json = format === 'json' ? jsonProblem(text) : undefined;
  if (json) return err([json]);
  try {
    return readDocument(text, format);
  } catch (error) {
    if (error instanceof RangeError) return refused('depth', 'is nested too deep');
    if (error instanceof ReferenceError) return refused('alias', error.message);
    throw error;
  }
}

function readDocument(text: string, format: ProgramFormat): Result<ProgramText, FileProblem[]> {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // Sets and dates of other YAMLs are nothing that JSON has.
    resolveKnownTags: false,
  });
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    at: placeAt(lines, pos[0]),
    rule: 'syntax',
    message: lowerFirst(message),
  }));
  if (broken.length > 0) return err(broken);
  const unusual = [...unusualValues(document.contents, lines)];
  if (unusual.length > 0) return err(unusual);
  // Aliases that would make much of little end here, by the library's own limit.
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('type', 'holds no program: it must be a mapping with stats, rules and leaderboards');
  }
  const { [JSON_MEMBER]: _, ...program } = value as Record<string, unknown>;
  const size = sizeOf(program);
  if (size === undefined) return refused('depth', 'is nested too deep');
  if (size > MAX_PROGRAM_BYTES) {
    return refused('size', `holds a program of ${size} bytes as JSON; at most ${MAX_PROGRAM_BYTES} are possible`);
  }
  return ok({ text, format, program, origin: readOrigin(text, format), document, lines });
}

/** The bytes that a program takes as JSON; undefined of one that holds itself. */
function sizeOf(program: object): number | undefined {
  try {
    return Buffer.byteLength(JSON.stringify(program));
  } catch {
    return undefined;
  }
}

/** Values that JSON has not, or that it would change silently, and names that are no text. */
function* unusualValues(node: unknown, lines: LineCounter, depth = 0): Generator<FileProblem> {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep');
  if (isSeq(node)) for (const item of node.items) yield* unusualValues(item, lines, depth + 1);
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string') {
        yield unusual(lines, key as Node, 'key', 'a name must be text: put it in quotes');
      }
      yield* unusualValues(value, lines, depth + 1);
    }
  }
  if (!isScalar(node) || typeof node.value !== 'number') return;
  if (!Number.isFinite(node.value)) yield unusual(lines, node, 'number', 'is no number that JSON can hold');
  else if (Number.isInteger(node.value) && !Number.isSafeInteger(node.value)) {
    yield unusual(lines, node, 'number', 'is too large to be held exactly');
  }
}

const unusual = (lines: LineCounter, node: Node, rule: string, message: string): FileProblem => ({
  at: placeAt(lines, node.range?.[0] ?? 0),
  rule,
  message,
});

/** YAML takes more than JSON does: a file that is called JSON has to be it. */
function jsonProblem(text: string): FileProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
    const at = line === undefined ? lastPlace(text) : { line: Number(line), column: Number(column) };
    return { at, rule: 'syntax', message: lowerFirst(message.replace(/ (in JSON )?at position.*$/s, '')) };
  }
}

function lastPlace(text: string): Place {
  const all = text.split('\n');
  return { line: all.length, column: (all.at(-1)?.length ?? 0) + 1 };
}

/** Where an offset lies. */
export function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const refused = (rule: string, message: string): Result<never, FileProblem[]> => err([{ rule, message }]);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The node that an alias stands for; any other node itself. */
export const resolved = (node: unknown, document: Document): unknown => (isAlias(node) ? node.resolve(document) : node);
