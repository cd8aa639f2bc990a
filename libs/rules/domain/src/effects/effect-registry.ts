import { award } from './award.effect.js';
import { record } from './record.effect.js';
import { set } from './set.effect.js';
import { spend } from './spend.effect.js';

/** Every effect that a rule may have. */
export const EFFECTS = [record, award, spend, set] as const;
