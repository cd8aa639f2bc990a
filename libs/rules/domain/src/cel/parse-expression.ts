import { type Result, err, isSlug, ok } from '@laurel/kernel';
import type { ParseResult } from '@marcbachmann/cel-js';
import { COMPREHENSIONS, FUNCTIONS, environment } from './cel-environment.js';
import { type ExpressionCost, costOf } from './expression-cost.js';
import { type Node, isNode } from './expression-node.js';

/** What an expression reads of the player. */
export interface References {
  readonly stats: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

/** An expression that may be evaluated. */
export interface Expression {
  readonly parsed: ParseResult;
  readonly references: References;
  readonly cost: ExpressionCost;
  /** Whether it reads anything of the event. */
  readonly readsEvent: boolean;
  /** Whether it reads the time of the decision. */
  readonly readsNow: boolean;
}

/** What an expression may read of an event: what its record keeps, so that it is decided the same again. */
const EVENT_FIELDS: ReadonlySet<unknown> = new Set(['eventId', 'type', 'playerId', 'occurredAt', 'properties']);

/** @returns the expression, or why it can't be used, with line and column */
export function parseExpression(text: string, types: readonly string[]): Result<Expression, string> {
  try {
    const parsed = environment.parse(text);
    const { valid, type, error } = parsed.check();
    if (!valid) return err(describeError(text, error));
    const walk = new Walk();
    walk.visit(parsed.ast, false);
    if (type === undefined || !types.includes(type)) throw new Refused(`must be ${types[0]}, and is ${type}`, 0);
    return ok({
      parsed,
      references: walk,
      cost: costOf(parsed.ast),
      readsEvent: walk.readsEvent,
      readsNow: walk.readsNow,
    });
  } catch (error) {
    return err(describeError(text, error));
  }
}

class Refused extends Error {
  readonly range: { readonly start: number };

  constructor(message: string, start: number) {
    super(message);
    this.range = { start };
  }
}

/** Looks at every node: what is read, and that nothing is which rules may not use. */
class Walk implements References {
  readonly stats = new Set<string>();
  readonly currencies = new Set<string>();
  readonly attributes = new Set<string>();
  readsEvent = false;
  readsNow = false;

  visit(value: unknown, inside: boolean): void {
    if (Array.isArray(value)) {
      for (const each of value) this.visit(each, inside);
      return;
    }
    if (!isNode(value)) return;
    if (this.isVariable(value)) return;
    this.visit(value.args, this.checkCall(value, inside));
  }

  /** @returns whether what is inside the node is inside a comprehension */
  private checkCall(node: Node, inside: boolean): boolean {
    if (node.op !== 'call' && node.op !== 'rcall') return inside;
    const name = Array.isArray(node.args) ? String(node.args[0]) : '';
    if (!FUNCTIONS.has(name)) throw refused(`the function ${name} is not there for rules`, node);
    if (!COMPREHENSIONS.has(name)) return inside;
    if (inside) throw refused(`${name} may not stand inside another comprehension`, node);
    return true;
  }

  private isVariable(node: Node): boolean {
    if (node.op === 'id') {
      if (node.args === 'now') this.readsNow = true;
      if (node.args === 'event' || node.args === 'player') throw refused(`${node.args} is no value of its own`, node);
      return true;
    }
    const [base, name] = memberOf(node) ?? [];
    if (base?.op === 'id' && base.args === 'event') {
      if (!EVENT_FIELDS.has(name)) throw refused(`event has no ${String(name)}`, node);
      this.readsEvent = true;
      return true;
    }
    const [root, group] = base ? (memberOf(base) ?? []) : [];
    if (root?.op !== 'id' || root.args !== 'player' || typeof name !== 'string') return false;
    if (group === 'stats') this.stats.add(name);
    else if (group === 'balances') this.currencies.add(name);
    else if (group !== 'attributes') throw refused(`player has no ${String(group)}`, node);
    else if (!isSlug(name)) throw refused('no attribute can have this key', node);
    else this.attributes.add(name);
    return true;
  }
}

/** What `a.b` and `a["b"]` read: the node of a, and the name. */
function memberOf({ op, args }: Node): readonly [Node, unknown] | undefined {
  if ((op !== '.' && op !== '[]') || !Array.isArray(args)) return undefined;
  const [base, member] = args as readonly unknown[];
  if (!isNode(base)) return undefined;
  return [base, isNode(member) ? (member.op === 'value' ? member.args : undefined) : member];
}

const refused = (message: string, { range }: Node): Refused => new Refused(message, range?.start ?? 0);

function describeError(text: string, error: unknown): string {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const { range } = error as { readonly range?: { readonly start: number } };
  const before = text.slice(0, range?.start ?? 0).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${message}`;
}
