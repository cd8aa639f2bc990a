export { ScoringStore } from './adapters/scoring-store.mongo.js';
export { scoringIndexes } from './adapters/scoring.indexes.js';
export type { BoardChange, RankProjection, RankedEntry } from './partition/rank-projection.port.js';
export { ScoringModule } from './scoring.module.js';
export type { ScoringModuleOptions } from './scoring.module.js';
export type { ScoringSettings } from './scoring.tokens.js';
export { whyUndecodable } from './pipeline/why-undecodable.js';
export { checkUnrecorded } from './verify-state/check-unrecorded.js';
export { Differences } from './verify-state/difference.js';
export type { CheckName, Difference } from './verify-state/difference.js';
export { VerifyStateHandler } from './verify-state/verify-state.handler.js';
export type { VerifyProgress } from './verify-state/verify-state.handler.js';
export type { Checked } from './verify-state/verify-partition.js';
export type { VerifyScope } from './verify-state/verify-scope.js';
export { ReplayEventsHandler } from './replay-events/replay-events.handler.js';
export type { ReplayRequest, ReplayResult } from './replay-events/replay-events.handler.js';
export type { ReplayProgress } from './replay-events/try-program.js';
export { DryRunHandler } from './dry-run/dry-run.handler.js';
export type { DryRunProgress } from './dry-run/dry-run.handler.js';
export type {
  BoardTrial,
  DryRunLimits,
  DryRunOf,
  EventTrial,
  EventsOfDryRun,
  HistoryTrial,
  PlaceOfTrial,
} from './dry-run/dry-run.js';
