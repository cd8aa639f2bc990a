import { addSafe } from '@laurel/kernel';
import { type DecisionEvent, type Refusal, combineMemories, combineValues } from '@laurel/rules-domain';
import type { CorrectionEffect } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { TOO_MANY_ATTRIBUTES, withProfile } from '../player-changes/player-change.js';
import { placeParts } from '../parts.js';
import { refusalOf } from '../player-changes/restriction.js';
import type { HourlyTotal, Player } from '../player.js';
import type { Program } from '../program.js';
import { correctionsBetween } from '../replay/corrections.js';
import { combineBoards } from './combine-boards.js';
import { combineLeagues } from './combine-leagues.js';
import type { HandedOver } from './handed-over.js';

/** Players who may pass on what they were handed, one to the next: those merged into each other at once would do so for ever. */
const MOST_PASSED_ON = 8;

/** What a player has become by what another one handed over. */
export interface Absorbed {
  readonly player: Player;
  readonly effects: readonly (CorrectionEffect | Refusal)[];
}

/**
 * Takes over what another player had: every part as if all had been this player's from the start. A part that would leave its
 * bounds is refused by itself. What is of no stat or board of the program is kept where the player has none of it: a release
 * that the other one was decided by may not be in force here yet. Pure, as `decide` is.
 *
 * A ban stays: entries join those that are withheld. Who was merged meanwhile passes all of it on.
 */
export function absorb(program: Program, player: Player, { properties }: DecisionEvent, now: number): Absorbed {
  // As the command that was recorded said it.
  const { what, passedOn } = properties as unknown as { readonly what: HandedOver; readonly passedOn: number };
  const { restriction } = player;
  if (restriction?.into !== undefined) {
    const isLast = passedOn >= MOST_PASSED_ON;
    const { into } = restriction;
    const next: CorrectionEffect = { kind: 'handed_over', into, passedOn: passedOn + 1, what };
    return { player: { ...player, updatedAt: now }, effects: [isLast ? refusalOf(restriction) : next] };
  }
  const refusals: Refusal[] = [];
  const boards = combineBoards(program, player, what.boards, now, refusals);
  const rules = combined(player.rules, what.rules, combineMemories);
  const hours = combined(player.hours, what.hours, combineHours);
  const leagues = combineLeagues(program, player.leagues, what.leagues);
  const titles = combined(player.titles, what.titles, combineCounts);
  const items = combined(player.items, what.items, combineCounts);
  const counted: Player = {
    ...player,
    stats: combineStats(program, player, what, refusals),
    balances: combineBalances(player, what, refusals),
    ...(player.withheld ? { withheld: boards } : { boards }),
    ...(rules ? { rules } : {}),
    ...(hours ? { hours } : {}),
    ...(leagues ? { leagues } : {}),
    ...(titles ? { titles } : {}),
    ...(items ? { items } : {}),
    updatedAt: now,
  };
  const after = placeParts(program.splits, withAttributes(counted, what, refusals), now).player;
  return { player: after, effects: [...refusals, ...correctionsBetween(player, after)] };
}

function combineStats(program: Program, player: Player, what: HandedOver, refusals: Refusal[]): Player['stats'] {
  const stats = new Map(player.stats);
  const known = new Map(Array.from(program.stats.values(), (stat) => [stat.id, stat]));
  for (const [id, added] of Object.entries(what.stats)) {
    const stat = known.get(id);
    const current = stats.get(id);
    if (!stat) {
      if (!current) stats.set(id, added);
      continue;
    }
    const value = combineValues(stat.aggregation, current, added);
    if (value.ok) stats.set(id, value.value);
    else refusals.push(overflow(`${id} + ${added.value}`));
  }
  return stats;
}

function combineBalances({ balances: before }: Player, what: HandedOver, refusals: Refusal[]): Player['balances'] {
  const balances = new Map(before);
  for (const [currency, amount] of Object.entries(what.balances)) {
    const balance = addSafe(balances.get(currency) ?? 0, amount);
    if (balance === undefined) refusals.push(overflow(`${currency} + ${amount}`));
    else if (amount !== 0) balances.set(currency, balance);
  }
  return balances;
}

const combineHours = (left: HourlyTotal, right: HourlyTotal): HourlyTotal => {
  if (left.hour !== right.hour) return left.hour > right.hour ? left : right;
  return { hour: left.hour, total: addSafe(left.total, right.total) ?? Number.MAX_SAFE_INTEGER };
};

const combineCounts = (left: number, right: number): number => addSafe(left, right) ?? Number.MAX_SAFE_INTEGER;

/** @returns undefined where neither has anything */
function combined<T>(
  mine: ReadonlyMap<string, T> | undefined,
  theirs: Readonly<Record<string, T>> | undefined,
  combine: (left: T, right: T) => T,
): ReadonlyMap<string, T> | undefined {
  if (!theirs) return mine;
  const all = new Map(mine);
  for (const [id, added] of Object.entries(theirs)) {
    const current = all.get(id);
    all.set(id, current === undefined ? added : combine(current, added));
  }
  return all;
}

/** Attributes that the player lacks, in the order of their keys, while there is room. */
function withAttributes(player: Player, { attributes = {} }: HandedOver, refusals: Refusal[]): Player {
  let after = player;
  for (const key of Object.keys(attributes).sort()) {
    const value = attributes[key];
    if (value === undefined || after.profile?.attributes?.[key] !== undefined) continue;
    const changed = withProfile(after, { mode: 'merge', attributes: { [key]: value } });
    if (!changed) {
      refusals.push(TOO_MANY_ATTRIBUTES);
      return after;
    }
    after = changed;
  }
  return after;
}

const overflow = (what: string): Refusal => ({
  ...{ kind: 'refused', rule: '', code: scoringErrors.overflow.code },
  detail: `${what} is beyond 2^53 − 1`,
});
