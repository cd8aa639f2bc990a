import type { EventStatus, RecordedEffect } from '../documents/event-record.document.js';
import type { AttributeValue } from '../documents/player.document.js';

/** One row of a board as clients see it. `rank` is null while ranks are being rebuilt (`warming`). */
export interface StandingRow {
  readonly rank: number | null;
  readonly playerId: string;
  readonly score: number;
  readonly columns: Readonly<Record<string, number>>;
  /** ISO 8601; null where the board's ties are shared: time plays no part there. */
  readonly reachedAt: string | null;
}

/**
 * What of a board to watch: the best rows, or the rows around a player. `limit` is in rows, 1 to 100. `segment`: of this part of
 * the board.
 */
export type LiveView =
  | { readonly kind: 'top'; readonly limit: number; readonly segment?: string }
  | { readonly kind: 'around'; readonly playerId: string; readonly limit: number; readonly segment?: string };

/** The last change of a run of frames that a client has seen. */
export interface LivePosition {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * What a client may send, as JSON text. `auth` comes first, and again to go on with a newer token; a ticket of
 * `POST /v1/live/tickets` stands for the token that asked for it. `id` is echoed in the answer, so that it can be matched. Who comes
 * back says with `after` what it saw last: it gets the changes since then, or a fresh snapshot where they are not kept any more.
 */
export type ClientFrame =
  | { readonly type: 'auth'; readonly token: string }
  | { readonly type: 'auth'; readonly ticket: string }
  | {
      readonly type: 'subscribe';
      readonly id?: string;
      /** `leaderboard:{key}`, which needs a view; `player:{id}`; or `feed`. */
      readonly topic: string;
      /** Of a leaderboard: key of a window, or name of its definition. */
      readonly window?: string;
      readonly view?: LiveView;
      /** Of the feed. */
      readonly filter?: FeedFilter;
      /** Of the feed: the share of outcomes that is sent, more than 0, at most 1; all unless given. */
      readonly sample?: number;
      readonly after?: LivePosition;
    }
  | { readonly type: 'unsubscribe'; readonly id?: string; readonly subscription: string };

/** Which outcomes the feed shows: those that agree with everything that is given. */
export interface FeedFilter {
  /** Types of events. */
  readonly types?: readonly string[];
  readonly playerId?: string;
  readonly statuses?: readonly EventStatus[];
  /** key of a rule that had an effect, also a refused one */
  readonly rule?: string;
}

/** A rank of the view that is another than before; null is outside of the view. */
export interface RankMove {
  readonly playerId: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Up to three players of the view who were behind and are ahead now. */
  readonly overtakenBy?: readonly string[];
}

/** One outcome as the feed shows it; `GET /v1/events/{eventId}` has all of it. */
export interface FeedEntry {
  readonly eventId: string;
  readonly type: string;
  readonly playerId: string;
  readonly status: EventStatus;
  /** ISO 8601. */
  readonly occurredAt: string;
  /** ISO 8601. */
  readonly decidedAt: string;
  readonly effects: readonly RecordedEffect[];
}

/** What a player has. A delta holds only what changed: each of these whole. */
export interface PlayerState {
  readonly status: string;
  /** By stat. */
  readonly stats: Readonly<Record<string, number>>;
  /** By currency. */
  readonly balances: Readonly<Record<string, number>>;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Titles held, sorted. */
  readonly titles: readonly string[];
  /** How many of each virtual item. */
  readonly items: Readonly<Record<string, number>>;
  /** One per board and window that the player is in now. */
  readonly ranks: readonly PlayerRank[];
}

export interface PlayerRank {
  /** key */
  readonly leaderboard: string;
  /** key */
  readonly window: string;
  /** Null while ranks are being rebuilt. */
  readonly rank: number | null;
  readonly score: number;
  /** Rows of the window; null while ranks are being rebuilt. */
  readonly total: number | null;
}

/**
 * What the server sends. A subscription's id names the topic, window and view: subscribing to the same again gives a fresh
 * snapshot, not a second stream. Who names a recurring window by its definition (`weekly`), or none, watches the one that runs:
 * when the next one begins, an event says so, and a snapshot of it follows.
 *
 * `epoch` names one unbroken run of a view, shared by all who watch it; `seq` numbers its changes. A snapshot holds the rows as
 * of its `seq`; a delta continues it when it has the same `epoch` and the next `seq`. A snapshot replaces everything before.
 * Order rows by `rank`, then by `playerId` in UTF-8 bytes.
 */
export type ServerFrame =
  | { readonly type: 'ready' }
  | BoardSnapshotFrame
  | BoardDeltaFrame
  | WindowBeganFrame
  | PlayerSnapshotFrame
  | PlayerDeltaFrame
  | FeedSnapshotFrame
  | FeedFrame
  /** What the client saw last is where the run goes on: the changes since then follow. */
  | ({ readonly type: 'resumed'; readonly id?: string; readonly subscription: string } & LivePosition)
  | { readonly type: 'unsubscribed'; readonly id?: string; readonly subscription: string }
  /** `id` is of the frame that was refused; `subscription`, of one that has ended by itself. */
  | {
      readonly type: 'error';
      readonly id?: string;
      readonly subscription?: string;
      readonly code: string;
      readonly detail: string;
    }
  /** The connection is about to be closed, for this reason. Who wants to come back waits this long, ms, at least. */
  | { readonly type: 'bye'; readonly code: string; readonly retryAfterMs?: number };

export interface BoardSnapshotFrame extends LivePosition {
  readonly type: 'snapshot';
  /** Of the subscribe frame that this answers; absent in later snapshots. */
  readonly id?: string;
  readonly subscription: string;
  readonly topic: string;
  /** Key of the window that the rows are of. */
  readonly window: string;
  /** Rows in the window; null while `warming`. */
  readonly total: number | null;
  readonly entries: readonly StandingRow[];
  readonly warming?: true;
}

export interface BoardDeltaFrame extends LivePosition {
  readonly type: 'delta';
  readonly subscription: string;
  /** Rows that are new to the view or differ from before. */
  readonly changed: readonly StandingRow[];
  /** Players whose rows left the view. */
  readonly removed: readonly string[];
  readonly total: number;
  /** Absent where no rank changed. */
  readonly moves?: readonly RankMove[];
}

/** The window that is watched is over, and the next one runs: its snapshot follows. */
export interface WindowBeganFrame {
  readonly type: 'event';
  readonly event: 'window_began';
  readonly subscription: string;
  /** key of the window before */
  readonly from: string;
  /** key */
  readonly to: string;
  /** ISO 8601; null where it has none. */
  readonly start: string | null;
  readonly end: string | null;
}

export interface PlayerSnapshotFrame extends LivePosition {
  readonly type: 'snapshot';
  readonly id?: string;
  readonly subscription: string;
  readonly topic: string;
  readonly player: PlayerState;
}

export interface PlayerDeltaFrame extends LivePosition {
  readonly type: 'delta';
  readonly subscription: string;
  readonly player: Partial<PlayerState>;
}

export interface FeedSnapshotFrame extends LivePosition {
  readonly type: 'snapshot';
  readonly id?: string;
  readonly subscription: string;
  readonly topic: string;
  /** The latest outcomes that this instance heard of, oldest first. */
  readonly outcomes: readonly FeedEntry[];
}

export interface FeedFrame extends LivePosition {
  readonly type: 'event';
  readonly event: 'outcomes';
  readonly subscription: string;
  readonly outcomes: readonly FeedEntry[];
  /** Outcomes that agreed with the filter and were not sent: for the sample, or because there were too many. */
  readonly skipped: number;
}
