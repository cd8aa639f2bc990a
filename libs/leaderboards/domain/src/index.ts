export { MAX_TIE_COLUMNS, boardId, boardKeyOf } from './board.js';
export type { BoardAggregation, BoardDefinition, Order, TieColumn, Ties } from './board.js';
export { applySubmission } from './entry.js';
export type { Entry, Submission } from './entry.js';
export { compareEntries, compareResults, compareUtf8, rankEntries } from './ranking.js';
export {
  NUMBER_WIDTH,
  columnsWidth,
  decodeNumber,
  decodeRow,
  encodeNumber,
  encodeRow,
  fromRedisScore,
  memberOfRow,
  playerOfMember,
  prefixLength,
  toRedisScore,
} from './row-code.js';
export { currentWindow, windowBounds, windowHolds, windowKey } from './window.js';
export type { WindowBounds, WindowDefinition } from './window.js';
