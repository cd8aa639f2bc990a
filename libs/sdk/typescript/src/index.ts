export { Laurel } from './laurel.js';
export type { CredentialSupplier, LaurelOptions, LiveTicket, WebSocketConstructor } from './laurel.js';
export type {
  AcceptedEvent,
  BatchResult,
  DecidedEvent,
  EventFilter,
  EventOutcome,
  EventPage,
  LaurelEvent,
  RecordedEvent,
  RejectedEvent,
  UnsentEvent,
} from './events/event.js';
export type { Events } from './events/events.js';
export type { BackOff } from './http/back-off.js';
export { LaurelError } from './http/laurel-error.js';
export type { FieldProblem, ProblemDetails } from './http/laurel-error.js';
export type { RequestOptions } from './http/operation.js';
export type { Gateway } from './http/transport.js';
export type { Leaderboards } from './leaderboards/leaderboards.js';
export type { BoardChange, BoardTable } from './live/board-table.js';
export type { Live } from './live/live.js';
export type {
  BoardHandlers,
  BoardOptions,
  BoardSubscription,
  FeedBatch,
  FeedHandlers,
  FeedOptions,
  FeedSubscription,
  LiveHandlers,
  LiveState,
  LiveSubscription,
  PlayerHandlers,
  PlayerSubscription,
} from './live/live-topics.js';
export type {
  EventStatus,
  FeedEntry,
  FeedFilter,
  LiveView,
  PlayerRank,
  PlayerState,
  RankMove,
  RecordedEffect,
  StandingRow,
  WindowBeganFrame,
} from './generated/live-frames.js';
export type { Players } from './players/players.js';
