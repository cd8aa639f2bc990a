import type { DecisionEvent } from '@laurel/rules-domain';
import { type Decided, decide } from '../decide.js';
import { type Player, newPlayer } from '../player.js';
import type { Program } from '../program.js';

/** What of an event's record a replay needs. */
export interface RecordedEvent extends DecisionEvent {
  readonly workspace: string;
  /** Only `processed` ones had effects. */
  readonly status: string;
  /** The release that decided it. */
  readonly release: number;
  /** `now` of the decision, ms. */
  readonly decidedAt: number;
}

/** The program of a release of a workspace; undefined when it is not known. */
export type Programs = (workspace: string, release: number) => Program | undefined;

/**
 * Decides a recorded event again, by what was recorded as its inputs.
 *
 * @param before the player as the events before it left it; undefined before the first
 */
export function replayEvent(program: Program, before: Player | undefined, event: RecordedEvent): Decided {
  const { workspace, playerId, decidedAt } = event;
  return decide(program, before ?? newPlayer(workspace, playerId, decidedAt), event, { now: decidedAt });
}
