import type {
  ClientFrame,
  FeedEntry,
  FeedFilter,
  LiveView,
  PlayerState,
  WindowBeganFrame,
} from '../generated/live-frames.js';
import type { LaurelError } from '../http/laurel-error.js';
import type { BoardChange, BoardTable } from './board-table.js';

/**
 * How a subscription, or the connection, stands: not yet there, up to date, interrupted (what is known may be old; it comes back by
 * itself) or over for good.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'closed';

/** What every subscription tells. */
export interface LiveHandlers {
  /** @param error why it is `closed`, where that was not asked for */
  onState?(state: LiveState, error?: LaurelError): void;
}

export interface BoardOptions {
  /** Key of a window, or name of its definition: then the one that runs. The one that ends first of those that run, unless given. */
  readonly window?: string;
  /** The best ten unless given. */
  readonly view?: LiveView;
}

export interface BoardHandlers extends LiveHandlers {
  /** The table is another one. */
  onTable?(table: BoardTable, change: BoardChange): void;
  /** The window that was watched is over, and the next one runs: its table follows. */
  onWindow?(began: WindowBeganFrame): void;
}

export interface PlayerHandlers extends LiveHandlers {
  /** @param changed the fields that are others than before; all of them at first */
  onPlayer?(player: PlayerState, changed: Partial<PlayerState>): void;
}

export interface FeedOptions {
  readonly filter?: FeedFilter;
  /** The share of outcomes that is sent, more than 0, at most 1; all unless given. */
  readonly sample?: number;
  /** How many of the latest outcomes `current` keeps; 200 unless given. */
  readonly keep?: number;
}

/** Outcomes that are new to the feed. */
export interface FeedBatch {
  /** Oldest first. */
  readonly outcomes: readonly FeedEntry[];
  /** Outcomes that agreed with the filter and were not sent: for the sample, or because there were too many. */
  readonly skipped: number;
  /** They begin the feed, or begin it anew after an interruption: some may have been told before, some are lost. */
  readonly isFresh: boolean;
}

export interface FeedHandlers extends LiveHandlers {
  onOutcomes?(batch: FeedBatch): void;
}

/** Something that is watched, until closed. */
export interface LiveSubscription<Current> {
  readonly state: LiveState;
  /** What is known now; undefined before the first answer. */
  readonly current: Current | undefined;
  /** Ends it. Its handlers are called once more, with `closed`. */
  close(): void;
}

export type BoardSubscription = LiveSubscription<BoardTable>;
export type PlayerSubscription = LiveSubscription<PlayerState>;
/** `current`: the latest outcomes, oldest first. */
export type FeedSubscription = LiveSubscription<readonly FeedEntry[]>;

/** What a subscribe frame asks for, without what is about this time only. */
export type LiveRequest = Omit<Extract<ClientFrame, { type: 'subscribe' }>, 'type' | 'id' | 'after'>;
