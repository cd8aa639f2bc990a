import type { DecisionEvent } from '../decision-event.js';
import type { NodeOf } from './condition-kind.js';
import type { CONDITIONS } from './condition-registry.js';

/** A compiled condition: undefined when it holds, else why not. Reasons are made at compile time, so a miss costs nothing. */
export type Check = (event: DecisionEvent) => string | undefined;

/** A condition as written in a program: a node of a tree. */
export type Condition = NodeOf<(typeof CONDITIONS)[number]>;
