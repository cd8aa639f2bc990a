import type { DecisionEvent } from '@laurel/rules-domain';
import { type CorrectionEffect, type DecidedEffect, isRefusal } from '../effects.js';
import { refusalOf } from '../player-changes/restriction.js';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import { reduceBoards } from '../reducers/boards.reducer.js';
import { changeWithEntries, sumBoardsOf } from '../reducers/correct-totals.js';
import type { Decision } from '../reducers/reducer.js';
import { reduceStats } from '../reducers/stats.reducer.js';
import { reduceWallet } from '../reducers/wallet.reducer.js';
import type { GrantRevocation } from './grant.js';
import { type Paid, requestOf } from './pay-grant.js';
import { reduceHoldings } from './reduce-holdings.js';

/**
 * Takes back what was paid, by movements that balance it out: what was spent meanwhile is a debt. Leaderboards that are sums give
 * it back while their window is open; a result on any other stands, and so does what a stat lost that the program no longer has.
 * Whether the player is suspended or banned makes no difference. Pure, as `decide` is.
 */
export function revokeGrant(program: Program, player: Player, event: DecisionEvent, now: number): Paid {
  const updated = { ...player, updatedAt: now };
  if (player.restriction?.into !== undefined) return { player: updated, effects: [refusalOf(player.restriction)] };
  // As the command that was recorded said it.
  const { parts, paidFor } = event.properties as unknown as GrantRevocation;
  const requested = parts.flatMap((part) => requestOf(program, part, -1));
  const then = { ...event, occurredAt: paidFor };
  const { player: after, effects } = changeWithEntries(updated, (open) => {
    const start: Decision = { player: open, effects: requested.filter(isRefusal) };
    const counted = reduceStats(program, start, requested, then, now);
    const held = reduceHoldings(reduceWallet(program, counted, requested, then, now), parts, -1);
    return reduceBoards(sumBoardsOf(program), held, requested, then, now);
  });
  return { player: after, effects: effects.map(asReversal) };
}

function asReversal(effect: DecidedEffect): DecidedEffect | CorrectionEffect {
  if (effect.kind !== 'spend') return effect;
  const { currency, amount, balance } = effect;
  return { kind: 'reversal', currency, amount: -amount, balance };
}
