import { MAX_ELEMENTS } from '../decision-event.js';
import { COMPREHENSIONS } from './cel-environment.js';
import { type Node, isNode } from './expression-node.js';

/** What evaluating an expression takes at most. */
export interface ExpressionCost {
  /** Steps of evaluation, each about as long as comparing two numbers. */
  readonly steps: number;
  /** Where it looks at every element of something: what an event may hold at most for that. */
  readonly limit?: ElementLimit;
}

export interface ElementLimit {
  readonly elements: number;
  /** Whether a text counts by its length: for every element something else of the event is looked at whole. */
  readonly countsTexts: boolean;
}

/** Most looks at the event of an expression that looks at something of it for every element. */
const MAX_LOOKS = 50_000;

/** Steps of evaluating anything at all: what it reads is put together first. */
const CALL = 10;

const EQUALITIES: ReadonlySet<string> = new Set(['==', '!=']);
const COMPARISONS: ReadonlySet<string> = new Set([...EQUALITIES, '<', '<=', '>', '>=']);

/** Counts what an expression may take, whatever the event; no comprehension lies inside another. */
export function costOf(root: unknown): ExpressionCost {
  const count = new Count();
  count.visit(root, 'outside');
  const { nodes, whole, inner, looks, joins } = count;
  const steps = CALL + nodes + MAX_ELEMENTS * (whole + inner) + (looks > 0 ? MAX_LOOKS : 0);
  if (!count.comprehends) return { steps };
  // What is looked through may be lists that were joined: each is as long as all of the event.
  const lists = 1 + joins;
  const elements = Math.min(MAX_ELEMENTS / lists, looks > 0 ? Math.sqrt(MAX_LOOKS / (looks * lists)) : Infinity);
  return { steps, limit: { elements: Math.floor(elements), countsTexts: looks > 0 } };
}

/** Where a node stands: in what a comprehension looks through, in what it does with each element, or in none. */
type Place = 'outside' | 'range' | 'body';

class Count {
  nodes = 0;
  /** Nodes that are evaluated for every element. */
  inner = 0;
  /** Operators outside that look at all of a list of the event. */
  whole = 0;
  /** Reads of the event that may look at all of it for every element. */
  looks = 0;
  /** Additions in what is looked through. */
  joins = 0;
  comprehends = false;

  /** @returns whether the event is read in it */
  visit(value: unknown, place: Place): boolean {
    if (Array.isArray(value)) return value.map((each) => this.visit(each, place)).includes(true);
    if (!isNode(value)) return false;
    this.nodes += 1;
    if (place === 'body') this.inner += 1;
    if (isEventPath(value)) {
      if (place === 'body') this.looks += 1;
      return true;
    }
    const { op, args } = value;
    if (!Array.isArray(args)) return false;
    if ((op === 'call' || op === 'rcall') && COMPREHENSIONS.has(String(args[0]))) return this.visitEach(args);
    if (op === '+' && place === 'range') this.joins += 1;
    return this.visitOperator(op, args, place);
  }

  private visitEach([, range, body]: readonly unknown[]): boolean {
    this.comprehends = true;
    const inRange = this.visit(range, 'range');
    return this.visit(body, 'body') || inRange;
  }

  private visitOperator(op: string, args: readonly unknown[], place: Place): boolean {
    const reads = args.map((each) => this.visit(each, place));
    const [left = false, right = false] = reads;
    // Comparing with an element takes what the element is long: all elements together are no longer than the event.
    if (place === 'body' && COMPARISONS.has(op) && left !== right && isEventPath(args[left ? 0 : 1])) this.looks -= 1;
    if (op === 'in' ? right : left && right && (op === '+' || EQUALITIES.has(op))) this.whole += 1;
    return reads.includes(true);
  }
}

/** `event.properties.a["b"]`: a value of the event as it is. */
function isEventPath(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (value.op === 'id') return value.args === 'event';
  if (!isMember(value)) return false;
  const [base, member] = value.args;
  return isEventPath(base) && (!isNode(member) || member.op === 'value');
}

const isMember = (node: Node): node is Node & { readonly args: readonly unknown[] } =>
  (node.op === '.' || node.op === '[]') && Array.isArray(node.args);
