import { type Document, type Node, Scalar, isAlias, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { type ProgramFormat, isSame } from './origin.js';
import { type ProgramText, parseProgram } from './parse-program.js';

/** Long texts stay on their line, so that a change of one word changes one line. */
const YAML_STYLE = { lineWidth: 0, indentSeq: true } as const;

/** A program as a new file. */
export const renderProgram = (program: object, format: ProgramFormat): string =>
  format === 'json' ? `${JSON.stringify(program, undefined, 2)}\n` : stringify(program, YAML_STYLE);

/**
 * A program in the place of the one that a text holds. Where they are the same, the text stays letter for letter; else a YAML
 * text keeps comments, order of names and notation of all that is still there.
 */
export function renderInto(existing: ProgramText, program: object): string {
  if (isSame(existing.program, program)) return existing.text;
  if (existing.format === 'json') return renderProgram(program, 'json');
  const document: Document = parseDocument(existing.text, { logLevel: 'error' });
  try {
    document.contents = reconcile(document, document.contents, program) as typeof document.contents;
    const text = document.toString(YAML_STYLE);
    const read = parseProgram(text, 'yaml');
    if (read.ok && isSame(read.value.program, program)) return text;
  } catch {
    // An alias may have lost its anchor: what the program is goes before how it was written.
  }
  return renderProgram(program, 'yaml');
}

/** The node, changed to hold a value; as much of it stays as can. */
function reconcile(document: Document, node: unknown, value: unknown): unknown {
  if (isAlias(node)) return isSame(node.toJS(document), value) ? node : document.createNode(value);
  if (isMap(node) && isObject(value)) {
    node.items = node.items.filter(({ key }) => isScalar(key) && Object.hasOwn(value, String(key.value)));
    for (const [name, inner] of Object.entries(value)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
      if (pair) pair.value = reconcile(document, pair.value, inner);
      else node.items.push(document.createPair(name, inner));
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const before = [...node.items];
    node.items = value.map((item, index) => {
      const known = before[counterpart(before, item, index)];
      return known === undefined ? document.createNode(item) : reconcile(document, known, item);
    });
    return node;
  }
  return isScalar(node) && !isObject(value) && !Array.isArray(value)
    ? withScalar(document, node, value)
    : document.createNode(value);
}

/** Resources are the same by their key, wherever they stand; anything else by its place. */
function counterpart(nodes: readonly unknown[], item: unknown, index: number): number {
  if (!isObject(item) || typeof item['key'] !== 'string') return index;
  return nodes.findIndex((node) => isMap(node) && node.get('key') === item['key']);
}

function withScalar(document: Document, node: Scalar, value: unknown): Node {
  if (node.value === value) return node;
  const { comment, commentBefore, spaceBefore } = node;
  return Object.assign(document.createNode(value) as Scalar, { comment, commentBefore, spaceBefore });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
