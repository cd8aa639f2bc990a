// Generated from the contracts of the live feed; edit those.

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

/**
 * What became of a message.
 *
 * - `processed`: decided, with all its effects.
 * - `duplicate`: the same was sent before under this id; no effect.
 * - `conflict`: something else was sent before under this id; the first stands, no effect.
 * - `late`: it happened longer ago than ids are remembered, so it could count twice; no effect.
 * - `imported`: it happened in another system, which decided what came of it; no effect here.
 * - `quarantined`: it would have passed a bound of plausibility, and waits for a review; no effect. What the review leads to is
 *   recorded under the review's own id.
 * - `failed`: it could not be decided, and has no effect. Only this one may be sent again under its id.
 */
export type EventStatus = 'processed' | 'duplicate' | 'conflict' | 'late' | 'imported' | 'quarantined' | 'failed';

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

/**
 * One change that a rule or feature decided, as recorded: enough to explain, replay and re-publish it. Where `event`
 * is there, it followed from an emitted event of this id.
 */
export type RecordedEffect =
  | ({
      readonly kind: 'record';
      readonly rule: string;
      readonly stat: string;
      readonly amount: number;
      /** Under `count`: how many recordings it stands for; one when absent. */
      readonly times?: number;
      readonly value: number;
      readonly event?: string;
    } & RecordedBoosts)
  | ({
      /** Under `spend` the balance is less by the amount. */
      readonly kind: 'award' | 'spend';
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
      readonly balance: number;
      readonly event?: string;
    } & RecordedBoosts)
  | {
      readonly kind: 'standing';
      readonly board: string;
      readonly window: string;
      readonly score: number;
      readonly columns: readonly number[];
      readonly reachedAt: number;
      readonly event?: string;
    }
  | {
      /** An attribute of the player; null where it was taken away. The rule is empty where a void changed it. */
      readonly kind: 'set';
      readonly rule: string;
      readonly attribute: string;
      readonly value: AttributeValue | null;
      /** Absent where the player did not have it. */
      readonly before?: AttributeValue;
      readonly event?: string;
    }
  | RecordedHolding
  | {
      /** An event that rules let follow, decided in the same transaction: it has no record of its own. */
      readonly kind: 'emit';
      readonly rule: string;
      /** Its id: `<id of what emitted it>~<rule>~<number>`. */
      readonly event: string;
      readonly type: string;
      readonly properties: Readonly<Record<string, AttributeValue | null>>;
      /** 1 for what followed from the event that was sent. */
      readonly depth: number;
    }
  | {
      readonly kind: 'refused';
      readonly rule: string;
      readonly code: string;
      readonly detail: string;
      readonly event?: string;
    }
  | RecordedCorrection;

/** What boosts made of an amount; absent where none applied. */
export interface RecordedBoosts {
  /** The amount without them. */
  readonly base?: number;
  /** Keys of those that applied, sorted. */
  readonly boosts?: readonly string[];
}

export type AttributeValue = string | number | boolean;

/** What a player has beside amounts. The rule is empty where no grant gave or took it. */
export type RecordedHolding =
  /** `times`: how often it was given and not taken back; 0 where the player has it no more. */
  | {
      readonly kind: 'title';
      readonly rule: string;
      readonly title: string;
      readonly times: number;
      readonly event?: string;
    }
  /** `quantity`: less than 0 where it was taken; `count`: afterwards. */
  | {
      readonly kind: 'item';
      readonly rule: string;
      readonly item: string;
      readonly quantity: number;
      readonly count: number;
      readonly event?: string;
    };

/**
 * One change that no rule asked for: of a void or a backfill, what would stand had the event not been, or had what began been there
 * before; or of a merge.
 */
export type RecordedCorrection =
  /** A stat (its id) as it is now; null where nothing of it remains. */
  | { readonly kind: 'restatement'; readonly stat: string; readonly value: number | null }
  /** A compensating movement of a balance, mostly a negative one. */
  | { readonly kind: 'reversal'; readonly currency: string; readonly amount: number; readonly balance: number }
  /** The player has no entry any more in a window of a board. One that has another entry now is a `standing`. */
  | { readonly kind: 'removal'; readonly board: string; readonly window: string }
  /** What goes over to another player, and how many players had passed it on before. */
  | { readonly kind: 'handed_over'; readonly into: string; readonly passedOn: number; readonly what: HandedOver };

export type HandedOver = Readonly<Record<string, unknown>>;

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
