import type { Entry } from '@laurel/leaderboards-domain';
import { type CorrectionEffect, standingOf } from '../effects.js';
import { attributeOf } from '../player-changes/profile.js';
import type { Player } from '../player.js';
import { isSeen, samePlace } from '../same-place.js';

/**
 * What turns a player as it was into another one of the same events but one; always in one order: stats, balances, titles, items,
 * boards, attributes.
 */
export function correctionsBetween(before: Player, after: Player): CorrectionEffect[] {
  return [
    ...restatements(before, after),
    ...reversals(before, after),
    ...holdings(before, after),
    ...placements(before, after),
    ...rewritings(before, after),
  ];
}

function restatements(before: Player, after: Player): CorrectionEffect[] {
  return keysOf(before.stats, after.stats).flatMap((stat): CorrectionEffect[] => {
    const value = after.stats.get(stat)?.value ?? null;
    return value === (before.stats.get(stat)?.value ?? null) ? [] : [{ kind: 'restatement', stat, value }];
  });
}

function reversals(before: Player, after: Player): CorrectionEffect[] {
  return keysOf(before.balances, after.balances).flatMap((currency): CorrectionEffect[] => {
    const balance = after.balances.get(currency) ?? 0;
    const amount = balance - (before.balances.get(currency) ?? 0);
    return amount === 0 ? [] : [{ kind: 'reversal', currency, amount, balance }];
  });
}

function holdings(before: Player, after: Player): CorrectionEffect[] {
  const counts = (left = NOTHING, right = NOTHING) =>
    keysOf(left, right).map((key) => [key, left.get(key) ?? 0, right.get(key) ?? 0] as const);
  return [
    ...counts(before.titles, after.titles).flatMap(([title, was, times]): CorrectionEffect[] =>
      was === times ? [] : [{ kind: 'title', rule: '', title, times }],
    ),
    ...counts(before.items, after.items).flatMap(([item, was, count]): CorrectionEffect[] =>
      was === count ? [] : [{ kind: 'item', rule: '', item, quantity: count - was, count }],
    ),
  ];
}

const NOTHING: ReadonlyMap<string, number> = new Map();

function placements(before: Player, after: Player): CorrectionEffect[] {
  return keysOf(before.boards, after.boards).flatMap((board) => {
    const [left, right] = [before.boards.get(board) ?? NO_WINDOWS, after.boards.get(board) ?? NO_WINDOWS];
    return keysOf(left, right).flatMap((window): CorrectionEffect[] => {
      const [was, entry] = [seen(left.get(window)), seen(right.get(window))];
      if (!entry) return was ? [{ kind: 'removal', board, window }] : [];
      return samePlace(was, entry) ? [] : [standingOf(board, window, entry)];
    });
  });
}

function rewritings({ profile: before }: Player, { profile: after }: Player): CorrectionEffect[] {
  if (before === after) return [];
  const keys = [...new Set([before, after].flatMap((profile) => Object.keys(profile?.attributes ?? {})))].sort();
  return keys.flatMap((attribute): CorrectionEffect[] => {
    const [was, value] = [attributeOf(before, attribute), attributeOf(after, attribute) ?? null];
    if ((was ?? null) === value) return [];
    return [{ kind: 'set', rule: '', attribute, value, ...(was === undefined ? {} : { before: was }) }];
  });
}

const seen = (entry: Entry | undefined): Entry | undefined => (entry && isSeen(entry) ? entry : undefined);

const NO_WINDOWS: ReadonlyMap<string, Entry> = new Map();

/** Sorted: the order within a map is nothing that lasts. */
const keysOf = (left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...left.keys(), ...right.keys()])].sort();
