import type { Clock } from '@laurel/kernel';
import type { LiveLimits } from './live-limits.js';

/** What the live feed of this process runs with. */
export class LiveSettings {
  constructor(
    readonly limits: LiveLimits,
    readonly clock: Clock,
  ) {}
}
