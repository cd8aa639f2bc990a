import { award } from './award.effect.js';
import { emit } from './emit.effect.js';
import { record } from './record.effect.js';
import { set } from './set.effect.js';
import { spend } from './spend.effect.js';

/** Every effect that a rule may have. */
export const EFFECTS = [record, award, spend, set, emit] as const;
