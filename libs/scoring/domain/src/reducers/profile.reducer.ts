import { type DecidedEffect, refuse } from '../effects.js';
import { attributeOf } from '../player-changes/profile.js';
import { TOO_MANY_ATTRIBUTES, withProfile } from '../player-changes/player-change.js';
import type { Reducer } from './reducer.js';

/** `set` effects: writes attributes of the player. A value that is there already is no change. */
export const reduceProfile: Reducer = (_program, decision, requested) => {
  let { player } = decision;
  let effects: DecidedEffect[] | undefined;
  for (const effect of requested) {
    if (effect.kind !== 'set') continue;
    const { rule, attribute, value } = effect;
    const before = attributeOf(player.profile, attribute);
    if (value === (before ?? null)) continue;
    const changed = withProfile(player, { mode: 'merge', attributes: { [attribute]: value } });
    effects ??= [];
    if (!changed) {
      effects.push(refuse(effect, TOO_MANY_ATTRIBUTES.code, TOO_MANY_ATTRIBUTES.detail));
      continue;
    }
    player = changed;
    effects.push({ kind: 'set', rule, attribute, value, ...(before === undefined ? {} : { before }) });
  }
  return effects ? { player, effects: [...decision.effects, ...effects] } : decision;
};
