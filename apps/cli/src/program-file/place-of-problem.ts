import type { FieldProblem } from '@laurel/kernel';
import { type Node, Scalar, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Place } from './file-problem.js';
import { type ProgramText, placeAt, resolved } from './parse-program.js';

/** Rules that are about a name, not about what it holds. */
const ABOUT_NAMES = new Set(['unknown', 'required']);
const IN_EXPRESSION = /^line (\d+), column (\d+): /;

/** What a pointer leads to, as far as it leads. */
interface Found {
  readonly name: unknown;
  readonly value: unknown;
}

/** Where a problem of a program stands in the text: at the value, or at the name where that is what is wrong. */
export function placeOfProblem(source: ProgramText, { path, rule, message }: FieldProblem): Place {
  const { name, value } = follow(source, path);
  const inside = isScalar(value) ? placeInExpression(source, value, message) : undefined;
  if (inside) return inside;
  const node = ABOUT_NAMES.has(rule) && isNode(name) ? name : value;
  const start = isNode(node) ? startOf(node) : isNode(name) ? startOf(name) : 0;
  return placeAt(source.lines, start);
}

/** A missing member is found at the object that lacks it: what was read last stays. */
function follow({ document }: ProgramText, path: string): Found {
  let found: Found = { name: undefined, value: document.contents };
  for (const token of path.split('/').slice(1).map(unescape)) {
    const inside = resolved(found.value, document);
    const pair = isMap(inside)
      ? inside.items.find(({ key }) => isScalar(key) && String(key.value) === token)
      : undefined;
    if (pair) found = { name: pair.key, value: pair.value ?? pair.key };
    else if (isSeq(inside) && isNode(inside.items[Number(token)])) {
      found = { name: undefined, value: inside.items[Number(token)] };
    } else return found;
  }
  return found;
}

const unescape = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');
const startOf = (node: Node): number => node.range?.[0] ?? 0;

/**
 * An expression's error tells its place in the expression. Where the text has the expression as it is, letter for letter,
 * that is a place in the file.
 */
function placeInExpression({ text, lines }: ProgramText, node: Scalar, message: string): Place | undefined {
  const [, line, column] = IN_EXPRESSION.exec(message) ?? [];
  if (line === undefined || typeof node.value !== 'string' || !node.range) return undefined;
  const [start, end] = node.range;
  const raw = text.slice(start, end);
  const wanted = node.value.split('\n')[Number(line) - 1] ?? '';
  const written = raw.split('\n');
  // A literal block keeps its lines, below the one with its bar, each behind the same indentation.
  const index = node.type === Scalar.BLOCK_LITERAL ? Number(line) : 0;
  const at = (written[index] ?? '').indexOf(wanted);
  if (at < 0 || (index === 0 && (written.length > 1 || Number(line) > 1))) return undefined;
  const before = written.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  return placeAt(lines, start + before + at + Number(column) - 1);
}
