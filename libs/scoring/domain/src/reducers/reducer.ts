import type { DecisionEvent, Effect, Refusal } from '@laurel/rules-domain';
import type { DecidedEffect } from '../effects.js';
import type { Player } from '../player.js';
import type { Program } from '../program.js';

/** A decision under way: the player as changed so far, and what was decided. */
export interface Decision {
  readonly player: Player;
  readonly effects: readonly DecidedEffect[];
}

/**
 * One feature's part of a decision. Reducers run in a fixed order (stats, wallet, boards, profile, emits), each on what the ones before it
 * decided, so features build on each other without knowing each other. `Needed` is what it reads of the program; `now` is the time of
 * the decision, ms.
 */
export type Reducer<Needed extends keyof Program = keyof Program> = (
  program: Pick<Program, Needed>,
  decision: Decision,
  requested: readonly (Effect | Refusal)[],
  event: DecisionEvent,
  now: number,
) => Decision;
