export { encodeFrame } from './encode-frame.js';
export type { IncomingFrame } from './frame-reader.js';
export { LIVE_LIMITS } from './live-limits.js';
export type { LiveLimits } from './live-limits.js';
export { liveErrors } from './live.errors.js';
export { LiveTopics } from './live-topics.js';
export type { LiveOutlet, LiveRequest, LiveSubscription, LiveTopic } from './live-topics.js';
export { LiveModule } from './live.module.js';
