export { ActivityTally } from './activity-tally.js';
export { DistinctCount } from './distinct-count.js';
export { hashText, isInSample } from './hash-text.js';
export { LAG_STEPS, Lags } from './lags.js';
export { ACTIVITY_RANGES, keptMs, stretchStart } from './stretches.js';
export type { ActivityRange, ActivityRangeName } from './stretches.js';
