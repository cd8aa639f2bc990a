export { LONGEST_ATTRIBUTE, attributeProblem } from './attribute-value.js';
export type { AttributeValue } from './attribute-value.js';
export { systemClock, toIso, parseInstant } from './clock.js';
export type { Clock } from './clock.js';
export { defineError } from './domain-error.js';
export type { DomainError, ErrorDefinition, ErrorKind, FieldProblem } from './domain-error.js';
export { ID_PREFIXES, newId } from './ids.js';
export type { IdKind, RandomBytes } from './ids.js';
export { lazily } from './lazily.js';
export type { Log } from './log.js';
export { err, ok } from './result.js';
export type { Result } from './result.js';
export { addSafe, isSafeAmount } from './safe-int.js';
export { Slots } from './slots.js';
export {
  BOARD_JOINED,
  EVENT_TYPE_PATTERN,
  EVENT_REJECTED,
  EVENT_RELEASED,
  EVENT_VOIDED,
  GRANT_PAID,
  GRANT_REVOKED,
  LEAGUE_MOVED,
  PLAYER_ABSORBED,
  PLAYER_BACKFILLED,
  PLAYER_ERASED,
  PLAYER_CORRECTED,
  PLAYER_IMPORTED,
  PLAYER_MERGED,
  PLAYER_STATUS_CHANGED,
  PLAYER_UPDATED,
  RESERVED_EVENT_ID_PREFIX,
  RESERVED_EVENT_TYPE_PREFIX,
  SLUG_PATTERN,
  STANDING_ADJUSTED,
  STANDING_HIDDEN,
  STANDING_REMOVED,
  STANDING_UNHIDDEN,
  isSlug,
} from './slug.js';
export { WorkspaceClocks, nowIn, ordinaryTime } from './workspace-clocks.js';
