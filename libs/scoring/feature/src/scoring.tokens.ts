/** Injects the `Clock` that notes when something was observed. Never part of a decision: those use the log's time. */
export const SCORING_CLOCK = Symbol('laurel.scoring-clock');
/** Injects `ScoringSettings`. */
export const SCORING_SETTINGS = Symbol('laurel.scoring-settings');

export interface ScoringSettings {
  /** Players kept in memory per partition. */
  readonly playersInMemory: number;
  /** Events that happened longer before the broker had them have no effect, ms: their ids may be forgotten. */
  readonly eventMaxAgeMs: number;
  /** For how long a partition is scored on while its ranks can't be reached, ms; then it pauses. */
  readonly maxRanksLagMs: number;
}
