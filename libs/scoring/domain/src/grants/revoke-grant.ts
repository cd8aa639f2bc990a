import type { DecisionEvent } from '@laurel/rules-domain';
import { type CorrectionEffect, type DecidedEffect, isRefusal } from '../effects.js';
import { refusalOf } from '../player-changes/restriction.js';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import { reduceBoards } from '../reducers/boards.reducer.js';
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
  const { withheld, ...rest } = updated;
  const requested = parts.flatMap((part) => requestOf(program, part, -1));
  const start: Decision = {
    player: { ...rest, boards: withheld ?? player.boards },
    effects: requested.filter(isRefusal),
  };
  const then = { ...event, occurredAt: paidFor };
  const paid = [reduceStats, reduceWallet].reduce(
    (decision, reduce) => reduce(program, decision, requested, then, now),
    start,
  );
  const held = reduceHoldings(paid, parts, -1);
  const placed = reduceBoards(sumsOf(program), held, requested, then, now);
  const { boards, ...counted } = placed.player;
  const after = withheld ? { ...counted, boards: player.boards, withheld: boards } : { ...counted, boards };
  return { player: after, effects: placed.effects.filter((effect) => isTold(effect, player)).map(asReversal) };
}

/** On others a recording is a result of its own, and less than nothing is none. */
const sumsOf = ({ stats, boardsByStat }: Program): Pick<Program, 'stats' | 'boardsByStat'> => ({
  stats,
  boardsByStat: new Map(
    Array.from(boardsByStat, ([stat, boards]) => [
      stat,
      boards.filter(({ definition }) => definition.aggregation === 'sum'),
    ]),
  ),
});

/** A banned player stands nowhere: entries change where they wait. */
const isTold = ({ kind }: DecidedEffect, { withheld }: Player): boolean => !withheld || kind !== 'standing';

function asReversal(effect: DecidedEffect): DecidedEffect | CorrectionEffect {
  if (effect.kind !== 'spend') return effect;
  const { currency, amount, balance } = effect;
  return { kind: 'reversal', currency, amount: -amount, balance };
}
