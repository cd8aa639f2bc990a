import type { Result } from '@laurel/kernel';
import type { DecisionEvent } from '@laurel/rules-domain';
import type {
  DryRunLimits,
  DryRunOf,
  DryRunWatch,
  EventTrial,
  EventsOfDryRun,
  HistoryTrial,
} from '@laurel/scoring-domain';

/** Tries programs on what is committed: what scoring knows, and a draft needs. Nothing is written. */
export abstract class DryRuns {
  /**
   * What one event would lead to now.
   *
   * @param now decision time, ms
   * @throws the reason of the signal, when it was given
   */
  abstract ofEvent(
    of: DryRunOf,
    event: DecisionEvent,
    now: number,
    limits: DryRunLimits,
    signal: AbortSignal,
  ): Promise<EventTrial>;
  /**
   * What recorded events would have led to.
   *
   * @param top movers of one thing that are told
   * @returns or how many events there are, where they are more than the limit
   * @throws the reason of the watch's signal, when it was given
   */
  abstract ofHistory(
    of: DryRunOf,
    events: EventsOfDryRun,
    top: number,
    limits: DryRunLimits,
    watch: DryRunWatch,
  ): Promise<Result<HistoryTrial, { readonly events: number }>>;
}

/** Injects the `DryRunSettings`. */
export const DRY_RUN_SETTINGS = Symbol('laurel.dry-run-settings');

/** How much of an instance dry runs may take. */
export interface DryRunSettings {
  /** Recorded events of one run. */
  readonly maxEvents: number;
  /** Runs at a time, of all workspaces. */
  readonly concurrency: number;
  /** How long one run may take, ms. */
  readonly timeoutMs: number;
  /** Players that one run holds in memory. */
  readonly playersInMemory: number;
}
