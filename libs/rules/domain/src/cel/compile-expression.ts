import type { AttributeValue } from '@laurel/kernel';
import type { CurrencyDefinition } from '../currency.js';
import { numberOfUnits } from '../decimal.js';
import type { DecisionEvent } from '../decision-event.js';
import type { RulePlayer } from '../rule-player.js';
import { type StatDefinition, statId } from '../stat.js';
import type { ElementLimit } from './expression-cost.js';
import { type References, parseExpression } from './parse-expression.js';

/** The value of an expression, or the code of what stood in its way. */
export type Evaluated = { readonly value: unknown } | { readonly failed: string };

export type Evaluate = (event: DecisionEvent, player: RulePlayer, now: number) => Evaluated;

const TOO_LARGE: Evaluated = { failed: 'event_too_large' };

/**
 * Compiles an expression that was found valid. Evaluating never throws.
 *
 * @throws when it was not
 */
export function compileExpression(
  text: string,
  types: readonly string[],
  stats: ReadonlyMap<string, StatDefinition>,
  currencies?: ReadonlyMap<string, CurrencyDefinition>,
): Evaluate {
  const expression = parseExpression(text, types);
  if (!expression.ok) throw new Error(expression.error);
  const { parsed, references, cost, readsNow } = expression.value;
  const { limit } = cost;
  const view = compileView(references, stats, currencies);
  return (event, player, now) => {
    if (limit && elementsLeft(event.properties, limit.elements, limit) < 0) return TOO_LARGE;
    try {
      return { value: parsed({ event, player: view(player), now: readsNow ? BigInt(now) : undefined }) };
    } catch (error) {
      return { failed: codeOf(error) };
    }
  };
}

/** What an expression sees of a player. */
interface PlayerView {
  readonly stats: Record<string, number>;
  readonly balances: Record<string, number>;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

const NO_ATTRIBUTES: PlayerView['attributes'] = {};
const NOTHING: PlayerView = { stats: {}, balances: {}, attributes: NO_ATTRIBUTES };

/**
 * Compiles to a view: the stats and balances that an expression names, with a point where they have decimals, 0 where there is
 * nothing of one, and attributes as they are.
 */
function compileView(
  { stats, currencies, attributes }: References,
  known: ReadonlyMap<string, StatDefinition>,
  declared: ReadonlyMap<string, CurrencyDefinition> | undefined,
): (player: RulePlayer) => PlayerView {
  if (stats.size + currencies.size + attributes.size === 0) return () => NOTHING;
  const ids = Array.from(stats, (key): [string, string, number] => {
    const stat = known.get(key);
    return [key, stat ? statId(stat) : key, stat?.scale ?? 0];
  });
  const keys = Array.from(currencies, (key): [string, number] => [key, declared?.get(key)?.scale ?? 0]);
  return (player: RulePlayer) => {
    const view: PlayerView = { stats: {}, balances: {}, attributes: player.profile?.attributes ?? NO_ATTRIBUTES };
    for (const [key, id, scale] of ids) view.stats[key] = numberOfUnits(player.stats.get(id)?.value ?? 0, scale);
    for (const [key, scale] of keys) view.balances[key] = numberOfUnits(player.balances.get(key) ?? 0, scale);
    return view;
  };
}

/** Characters of a text that count as one element, where texts do. */
const TEXT_PART = 64;

/** How many elements remain of a number after those inside a value; negative as soon as there are more. */
function elementsLeft(value: unknown, left: number, limit: ElementLimit): number {
  if (typeof value === 'string' && limit.countsTexts) return left - Math.floor(value.length / TEXT_PART);
  if (typeof value !== 'object' || value === null) return left;
  let rest = left;
  for (const inner of Object.values(value)) {
    rest = elementsLeft(inner, rest - 1, limit);
    if (rest < 0) return rest;
  }
  return rest;
}

/** One of the few codes that the library has; its messages may quote the event, and reasons must not be without number. */
function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'evaluation_error';
}
