import type { PlayerRate } from '@laurel/events-domain';
import type { Clock } from '@laurel/kernel';

/** Injects `EventIntake`. */
export const EVENT_INTAKE = Symbol('laurel.event-intake');

/** What decides which events are taken. */
export interface EventIntake {
  readonly clock: Clock;
  /** Events that happened longer ago are refused. */
  readonly maxAgeMs: number;
  /** More events of one player are refused. */
  readonly playerRate: PlayerRate;
}
