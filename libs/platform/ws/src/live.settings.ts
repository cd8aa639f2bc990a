import type { Clock } from '@laurel/kernel';
import type { LiveLimits } from './live-limits.js';

/** Stands for all in a list of origins. */
export const ANY_ORIGIN = '*';

/** What the live feed of this process runs with. */
export class LiveSettings {
  /** @param origins of pages that may connect, as browsers send them, or `*` */
  constructor(
    readonly limits: LiveLimits,
    readonly clock: Clock,
    readonly origins: readonly string[] = [ANY_ORIGIN],
  ) {}
}
