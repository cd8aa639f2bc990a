export { adjustEntry } from './adjust-entry.js';
export type { EntryAdjustment } from './adjust-entry.js';
export { MAX_SPLITS, MAX_TIE_COLUMNS, boardId, boardKeyOf } from './board.js';
export type {
  BoardAggregation,
  BoardDefinition,
  BoardSplit,
  Bounds,
  Numbering,
  Order,
  TieColumn,
  Ties,
  WindowEdit,
} from './board.js';
export { boardLayout } from './board-layout.js';
export { currentWindow, findWindow, fixedWindows, lastWindow, windowsHolding, windowsOf } from './board-windows.js';
export type { WindowSeries } from './board-windows.js';
export { withinBounds } from './bounds.js';
export { combineEntries } from './combine-entries.js';
export { applySubmission, isRanked, takeSeat } from './entry.js';
export type { Entry, Submission } from './entry.js';
export {
  LEAGUE_LIMITS,
  LEAGUE_PART,
  bandOf,
  findGroup,
  idleMove,
  isSeatPart,
  movesOf,
  partsWithSeat,
  seatOfPart,
  seatPart,
  tierIndex,
  tierKey,
  zoneOf,
  zonesOf,
} from './league.js';
export type {
  LeagueBand,
  LeagueDefinition,
  LeagueIdle,
  LeagueMove,
  LeagueShare,
  LeagueTier,
  LeagueZone,
  LeagueZones,
  Seat,
} from './league.js';
export { rankForm } from './rank-form.js';
export type { RankForm, RankPlace, ReadPlace } from './rank-form.js';
export { compareEntries, compareResults, compareUtf8, rankEntries, sharesRanks } from './ranking.js';
export { findPart, hasParts, partsOf } from './splits.js';
export type { SplitPlayer } from './splits.js';
export { isOpen, windowHolds } from './window.js';
export type { BoardWindow, WindowBounds } from './window.js';
export { windowCronProblem } from './window-periods.js';
export { windowName } from './window-definition.js';
export type { CronDefinition, SeasonDefinition, WindowDefinition } from './window-definition.js';
export { nextWindows, openWindows } from './window-lists.js';
