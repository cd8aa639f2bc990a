import type { DecisionEvent } from '../decision-event.js';
import type { RulePlayer } from '../rule-player.js';
import type { NodeOf } from './condition-kind.js';
import type { CONDITIONS } from './condition-registry.js';

/**
 * A compiled condition: undefined when it holds, else why not. Reasons are made at compile time, so a miss costs nothing.
 *
 * @param player as the events before this one left it
 * @param now decision time, ms
 */
export type Check = (event: DecisionEvent, player: RulePlayer, now: number) => string | undefined;

/** A condition as written in a program: a node of a tree. */
export type Condition = NodeOf<(typeof CONDITIONS)[number]>;
