import { award } from './award.effect.js';
import { record } from './record.effect.js';
import { spend } from './spend.effect.js';

/** Every effect that a rule may have. */
export const EFFECTS = [record, award, spend] as const;
