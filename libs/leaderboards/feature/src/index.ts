export { MongoAnnouncedBoards } from './adapters/announced-boards.mongo.js';
export { MongoBoardPlayers } from './adapters/board-players.mongo.js';
export { MongoCommittedPositions } from './adapters/committed-positions.mongo.js';
export { rankKeys } from './adapters/rank-keys.js';
export { closingIndexes } from './close-windows/closing.indexes.js';
export { ClosingSteps, Leadership, WorkspaceOffsets } from './close-windows/ports.js';
export type { ClosingStep } from './close-windows/ports.js';
export { WindowFollowers } from './close-windows/window-followers.js';
export { CompareRanks } from './compare-ranks/compare-ranks.js';
export type {
  CompareDependencies,
  CompareOptions,
  RankComparison,
  RankDifference,
} from './compare-ranks/compare-ranks.js';
export { FinalStandings } from './check-final/final-standings.js';
export type { FinalComparison, FinalDifference, StandingPlayer } from './check-final/final-standings.js';
export { boardReadErrors } from './errors.js';
export { FrozenTraces } from './frozen/frozen-traces.mongo.js';
export { FrozenWindows } from './frozen/frozen-windows.js';
export { MongoFrozenWindows } from './frozen/frozen-windows.mongo.js';
export { moderationIndexes } from './correct-frozen/correction.indexes.js';
export { GetPlayerBoardsHandler } from './get-player-boards/get-player-boards.handler.js';
export { LeaderboardsAdminModule } from './leaderboards.admin.module.js';
export { LeaderboardsIngestionModule } from './leaderboards.ingestion.module.js';
export { LeagueMoves } from './leagues/league-moves.js';
export { LeaderboardsClosingModule } from './leaderboards.closing.module.js';
export type { LeaderboardsClosingOptions } from './leaderboards.closing.module.js';
export { LeaderboardsLeaguesModule } from './leaderboards.leagues.module.js';
export { LeaderboardsQueryModule } from './leaderboards.query.module.js';
export type { LeaderboardsQueryOptions } from './leaderboards.query.module.js';
export { LeaderboardsScoringModule } from './leaderboards.scoring.module.js';
export { JudgedRanks } from './project-standings/judged-ranks.js';
export { RedisRankProjection } from './project-standings/redis-rank-projection.js';
export { parseProjected } from './rank-freshness/positions.js';
export { BoardPlayers, TouchedPlayers } from './rebuild-ranks/board-players.js';
export type { BoardAddress, PlayerOnBoard } from './rebuild-ranks/board-players.js';
export { rebuildErrors } from './rebuild-ranks/errors.js';
export { RebuildRanks } from './rebuild-ranks/rebuild-ranks.js';
export type { RebuildDependencies, RebuildProgress } from './rebuild-ranks/rebuild-dependencies.js';
