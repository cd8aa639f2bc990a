import type { DecisionEvent, Effect, Refusal } from '@laurel/rules-domain';
import { type DecidedEffect, isRefusal } from './effects.js';
import { scoringErrors } from './errors.js';
import { refusalOf } from './player-changes/restriction.js';
import type { Player } from './player.js';
import type { Program } from './program.js';
import { reduceBoards } from './reducers/boards.reducer.js';
import { changeWithEntries, sumBoardsOf } from './reducers/correct-totals.js';
import type { Decision } from './reducers/reducer.js';
import { reduceStats } from './reducers/stats.reducer.js';
import { reduceWallet } from './reducers/wallet.reducer.js';

/** Stands where the effects of a correction name their rule; no rule can be called so. */
const CORRECTION = 'laurel.correction';

/** What the record of a correction asks for (`PlayerCorrectedProperties` of contracts): how much more or less, by key. */
type Amounts = Readonly<Record<'stats' | 'balances', Readonly<Record<string, number>>>>;

/**
 * Puts right what a player has: all of it or, with the refusals alone, nothing. A balance is not taken below zero, though a debt that
 * is there may shrink, and a count neither. Leaderboards that add up move, in windows that are open; what one of them does not take is
 * refused by itself. Whether the player is suspended or banned makes no difference. Pure, as `decide` is.
 */
export function correctPlayer(program: Program, player: Player, event: DecisionEvent, now: number): Decision {
  const updated = { ...player, updatedAt: now };
  if (player.restriction?.into !== undefined) return { player: updated, effects: [refusalOf(player.restriction)] };
  // As the command that was recorded said it.
  const { stats, balances } = event.properties as Amounts;
  const requested = [
    ...Object.entries(stats).map(([stat, amount]) => recording(program, stat, amount)),
    ...Object.entries(balances).map(([currency, amount]) => movement(currency, amount)),
  ];
  return changeWithEntries(updated, (open) => {
    const start: Decision = { player: open, effects: requested.filter(isRefusal) };
    const counted = reduceStats(program, start, requested, event, now);
    const paid = reduceWallet(program, counted, requested, event, now);
    const refusals = paid.effects.flatMap((effect) => refusalIn(program, effect));
    if (refusals.length > 0) return { player: open, effects: refusals };
    return reduceBoards(sumBoardsOf(program), paid, requested, event, now);
  });
}

function recording(program: Program, stat: string, amount: number): Effect | Refusal {
  const aggregation = program.stats.get(stat)?.aggregation;
  const effect: Effect = { kind: 'record', rule: CORRECTION, stat, amount };
  if (aggregation === 'sum') return effect;
  if (aggregation === 'count') return { ...effect, times: amount };
  return refused(scoringErrors.unknownStat, `there is no stat "${stat}" that is a sum or a count`);
}

const movement = (currency: string, amount: number): Effect =>
  amount < 0
    ? { kind: 'spend', rule: CORRECTION, currency, amount: -amount }
    : { kind: 'award', rule: CORRECTION, currency, amount };

/** Why the whole correction is refused, as far as one effect says so. */
function refusalIn(program: Program, effect: DecidedEffect): Refusal[] {
  if (isRefusal(effect)) return [effect];
  if (effect.kind === 'spend' && effect.balance < 0) {
    return [refused(scoringErrors.belowZero, `${effect.currency} would be ${effect.balance}`)];
  }
  const isLess = effect.kind === 'record' && effect.amount < 0 && effect.value < 0;
  if (!isLess || program.stats.get(effect.stat)?.aggregation !== 'count') return [];
  return [refused(scoringErrors.belowZero, `${effect.stat} would be ${effect.value}`)];
}

const refused = ({ code }: { readonly code: string }, detail: string): Refusal => ({
  kind: 'refused',
  rule: CORRECTION,
  code,
  detail,
});
