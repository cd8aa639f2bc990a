import type { DecidedEffect } from '../effects.js';
import type { Decision } from '../reducers/reducer.js';
import { GRANT, type GrantPart } from './grant.js';

/**
 * Titles and items, given or taken back. A title is held for as often as it was given and not taken back; of items that were
 * taken back and are gone, less than none is a debt.
 */
export function reduceHoldings(decision: Decision, parts: readonly GrantPart[], sign: 1 | -1): Decision {
  let { titles, items } = decision.player;
  const effects: DecidedEffect[] = [];
  for (const part of parts) {
    if ('title' in part) {
      titles = added(titles, part.title, sign);
      effects.push({ kind: 'title', rule: GRANT, title: part.title, times: titles.get(part.title) ?? 0 });
    } else if ('item' in part) {
      items = added(items, part.item, sign * part.quantity);
      const { item } = part;
      effects.push({ kind: 'item', rule: GRANT, item, quantity: sign * part.quantity, count: items.get(item) ?? 0 });
    }
  }
  if (effects.length === 0) return decision;
  const { titles: _, items: __, ...rest } = decision.player;
  const player = { ...rest, ...(titles?.size ? { titles } : {}), ...(items?.size ? { items } : {}) };
  return { player, effects: [...decision.effects, ...effects] };
}

/** Quantities are far too small to leave the safe integers. */
function added(counts: ReadonlyMap<string, number> | undefined, key: string, by: number): ReadonlyMap<string, number> {
  const after = new Map(counts);
  const count = (after.get(key) ?? 0) + by;
  if (count === 0) after.delete(key);
  else after.set(key, count);
  return after;
}
