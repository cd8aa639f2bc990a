export { boardReadErrors } from './errors.js';
export { LeaderboardsQueryModule } from './leaderboards.query.module.js';
export type { LeaderboardsQueryOptions } from './leaderboards.query.module.js';
export { LeaderboardsScoringModule } from './leaderboards.scoring.module.js';
export { RedisRankProjection } from './project-standings/redis-rank-projection.js';
