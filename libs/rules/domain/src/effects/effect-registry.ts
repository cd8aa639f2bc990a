import { award } from './award.effect.js';
import { record } from './record.effect.js';

/** Every effect that a rule may have. */
export const EFFECTS = [record, award] as const;
