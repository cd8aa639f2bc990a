import type { DecidedEffect } from '../effects.js';
import type { Reducer } from './reducer.js';

/** `emit` effects: names the events that follow. They are decided behind this one: `decideChain`. */
export const reduceEmits: Reducer = (_program, decision, requested, event) => {
  let effects: DecidedEffect[] | undefined;
  for (const effect of requested) {
    if (effect.kind !== 'emit') continue;
    const { kind, rule, type, properties } = effect;
    const number = (effects?.filter((each) => 'rule' in each && each.rule === rule).length ?? 0) + 1;
    effects ??= [];
    effects.push({ kind, rule, event: `${event.eventId}~${rule}~${number}`, type, properties, depth: 1 });
  }
  return effects ? { player: decision.player, effects: [...decision.effects, ...effects] } : decision;
};
