export { scoringIndexes } from './adapters/scoring.indexes.js';
export type { BoardChange, RankProjection, RankedEntry } from './partition/rank-projection.port.js';
export { ScoringModule } from './scoring.module.js';
export type { ScoringModuleOptions } from './scoring.module.js';
export type { ScoringSettings } from './scoring.tokens.js';
