export { LiveQueryModule } from './live.query.module.js';
export type { LiveQueryOptions } from './live.query.module.js';
export { PlayerStates } from './watch-player/player-states.js';
export type { PlayerQuestion, RankSight } from './watch-player/player-states.js';
