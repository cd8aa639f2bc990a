export { ACTIVITY_COLLECTION, activityId } from './documents/activity.document.js';
export type { ActivityDocument } from './documents/activity.document.js';
export { BOARD_POSITIONS_COLLECTION, boardPositionId } from './documents/board-position.document.js';
export type { BoardPositionDocument } from './documents/board-position.document.js';
export {
  BARRIERS_COLLECTION,
  BOARD_SCHEDULES_COLLECTION,
  BOARD_WINDOWS_COLLECTION,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  WORKSPACE_SCHEDULES_COLLECTION,
  barrierNoteId,
  boardScheduleId,
  boardWindowId,
  frozenBucket,
  frozenPlacesId,
  frozenRowsId,
} from './documents/board-window.document.js';
export type {
  BarrierDocument,
  BoardScheduleDocument,
  BoardWindowDocument,
  FrozenPlacesDocument,
  FrozenRow,
  FrozenRowsDocument,
  WindowEnding,
  WorkspaceScheduleDocument,
} from './documents/board-window.document.js';
export { CHECKPOINTS_COLLECTION } from './documents/checkpoint.document.js';
export type { CheckpointDocument } from './documents/checkpoint.document.js';
export { CLAIMS_COLLECTION, CLAIM_COUNTERS_COLLECTION, claimCounterId, claimId } from './documents/claim.document.js';
export type { ClaimCounterDocument, ClaimDocument } from './documents/claim.document.js';
export { DRAFTS_COLLECTION } from './documents/draft.document.js';
export type { DraftDocument } from './documents/draft.document.js';
export { QUARANTINE_COLLECTION } from './documents/quarantine.document.js';
export type { QuarantineDocument } from './documents/quarantine.document.js';
export { eventRecordId, settlesId } from './documents/event-record.document.js';
export type {
  EventRecord,
  EventStatus,
  PassedBound,
  RecordedCorrection,
  RecordedEffect,
  RecordedHolding,
  RuleVerdict,
} from './documents/event-record.document.js';
export { GRANTS_COLLECTION, REWARD_RUNS_COLLECTION, grantDocumentId, rewardRunId } from './documents/grant.document.js';
export type { GrantDocument, GrantPart, GrantState, RewardRunDocument } from './documents/grant.document.js';
export type { HandedOver } from './documents/handed-over.js';
export { LEAGUE_ROUNDS_COLLECTION } from './documents/league-round.document.js';
export type { LeagueRoundDocument } from './documents/league-round.document.js';
export {
  LEAGUE_GROUPS_COLLECTION,
  LEAGUE_SEATS_COLLECTION,
  leagueGroupId,
  leagueSeatId,
} from './documents/league-seat.document.js';
export type { LeagueGroupDocument, LeagueSeatDocument } from './documents/league-seat.document.js';
export type { LedgerEntry, LedgerReason } from './documents/ledger-entry.document.js';
export {
  PLAYERS_COLLECTION,
  attributeFacet,
  leagueFacet,
  mergedIntoFacet,
  playerDocumentId,
  playerFacets,
  searchName,
  statusFacet,
} from './documents/player.document.js';
export type {
  AttributeValue,
  BoardEntryDocument,
  OrderedStatus,
  PlayerDocument,
  PlayerStatus,
  ProfileDocument,
  RestrictionDocument,
  StatDocument,
} from './documents/player.document.js';
export {
  PARTITION_RELEASES_COLLECTION,
  RELEASES_COLLECTION,
  partitionReleaseId,
  releaseDocumentId,
} from './documents/release.document.js';
export type { PartitionReleaseDocument, ReleaseDocument } from './documents/release.document.js';
export { PARTITION_CLOCKS_COLLECTION, partitionClockId } from './documents/partition-clock.document.js';
export type { PartitionClockDocument } from './documents/partition-clock.document.js';
export { comparePositions, formatPosition, parsePosition } from './documents/position.js';
export type { Position } from './documents/position.js';
export { SEPARATOR, joinId } from './documents/separator.js';
export { STANDING_CORRECTIONS_COLLECTION, standingCorrectionId } from './documents/standing-correction.document.js';
export type { StandingCorrectionDocument } from './documents/standing-correction.document.js';
export { TOMBSTONES_COLLECTION } from './documents/tombstone.document.js';
export type { TombstoneDocument } from './documents/tombstone.document.js';
export type { Page } from './http/page.js';
export { errorPage, toProblem } from './http/problem-details.js';
export type { ProblemDetails } from './http/problem-details.js';
export {
  COMMAND_EVENT_TYPES,
  absorbCommandId,
  payGrantCommandId,
  revokeGrantCommandId,
  backfillCommandId,
  importCommandId,
  leagueMoveId,
  reviewCommandId,
  commandOfEvent,
  eventOfCommand,
  playerCommandId,
  voidCommandId,
} from './kafka/command-message.js';
export type {
  AbsorbPlayerCommand,
  CommandMessage,
  CorrectPlayerCommand,
  LeagueMovedProperties,
  MergePlayerCommand,
  ModerationCommand,
  MoveLeagueCommand,
  PlayerAbsorbedProperties,
  PlayerMergedProperties,
  ErasePlayerCommand,
  PlayerErasedProperties,
  GrantPaidProperties,
  GrantRevokedProperties,
  PayGrantCommand,
  PlayerStatusCommand,
  RevokeGrantCommand,
  PlayerStatusProperties,
  PlayerUpdatedProperties,
  ProfileChangeMessage,
  UpdatePlayerCommand,
  VoidCommand,
  VoidProperties,
  BackfillCommand,
  ImportPlayerCommand,
  EventReviewedProperties,
  ReviewEventCommand,
  PlayerBackfilledProperties,
  PlayerCorrectedProperties,
  PlayerImportedProperties,
} from './kafka/command-message.js';
export { MODERATION_EVENT_TYPES } from './kafka/moderation-command.js';
export type {
  AdjustStandingOrder,
  HideStandingOrder,
  JoinBoardOrder,
  ModerationOrder,
  RemoveStandingOrder,
} from './kafka/moderation-command.js';
export type { DeadLetterMessage } from './kafka/dead-letter-message.js';
export type { BarrierMessage, ClockMessage } from './kafka/control-messages.js';
export type { EventMessage, EventsTopicMessage, ReleaseMessage } from './kafka/event-message.js';
export type { Outcome, OutcomesMessage } from './kafka/outcome-message.js';
export type { EventReply, EventReplyMessage, RankChange, ReplyMessage, ReplyTo } from './kafka/reply-message.js';
export type { StandingsMessage, WindowFinishedMessage } from './kafka/standings-message.js';
export { partitionOf, partitionOfBytes } from './kafka/partition-of.js';
export { EVENTS_PARTITIONS, playerKey, topicNames } from './kafka/topics.js';
export type { Topics } from './kafka/topics.js';
export type {
  BoardDeltaFrame,
  BoardSnapshotFrame,
  ClientFrame,
  FeedEntry,
  FeedFilter,
  FeedFrame,
  FeedSnapshotFrame,
  LivePosition,
  LiveView,
  PlayerDeltaFrame,
  PlayerRank,
  PlayerSnapshotFrame,
  PlayerState,
  RankMove,
  ServerFrame,
  StandingRow,
  WindowBeganFrame,
} from './live/frames.js';
