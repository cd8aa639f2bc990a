import { addSafe } from '@laurel/kernel';
import { withBoostsOf } from '@laurel/rules-domain';
import { type DecidedEffect, refuse } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { withEntry } from '../player.js';
import type { Reducer } from './reducer.js';

/** `award` and `spend` effects: pays into the wallet and out of it. An amount of zero is no movement. */
export const reduceWallet: Reducer = (_program, decision, requested) => {
  let { balances } = decision.player;
  const effects: DecidedEffect[] = [];
  for (const effect of requested) {
    if ((effect.kind !== 'award' && effect.kind !== 'spend') || effect.amount === 0) continue;
    const { kind, rule, currency, amount } = effect;
    const balance = addSafe(balances.get(currency) ?? 0, kind === 'award' ? amount : -amount);
    if (balance === undefined) {
      effects.push(refuse(effect, scoringErrors.overflow.code, `${currency} + ${amount} is beyond 2^53 − 1`));
      continue;
    }
    balances = withEntry(balances, currency, balance);
    effects.push(withBoostsOf({ kind, rule, currency, amount, balance }, effect));
  }
  return effects.length === 0
    ? decision
    : { player: { ...decision.player, balances }, effects: [...decision.effects, ...effects] };
};
