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

/**
 * What a client may send, as JSON text. `auth` comes first, and again to go on with a newer token. `id` is echoed in the
 * answer, so that it can be matched.
 */
export type ClientFrame =
  | { readonly type: 'auth'; readonly token: string }
  | {
      readonly type: 'subscribe';
      readonly id?: string;
      readonly topic: string;
      readonly window?: string;
      readonly view: LiveView;
    }
  | { readonly type: 'unsubscribe'; readonly id?: string; readonly subscription: string };

/**
 * What the server sends. A subscription's id names the topic, window and view: subscribing to the same again gives a fresh
 * snapshot, not a second stream. Who names a recurring window by its definition (`weekly`), or none, watches the one that runs:
 * when the next one begins, a snapshot says so in its `window`.
 *
 * `epoch` names one unbroken run of a view, shared by all who watch it; `seq` numbers its changes. A snapshot holds the rows as
 * of its `seq`; a delta continues it when it has the same `epoch` and the next `seq`. A snapshot replaces everything before.
 * Order rows by `rank`, then by `playerId` in UTF-8 bytes.
 */
export type ServerFrame =
  | { readonly type: 'ready' }
  | {
      readonly type: 'snapshot';
      /** Of the subscribe frame that this answers; absent in later snapshots. */
      readonly id?: string;
      readonly subscription: string;
      readonly topic: string;
      /** Key of the window that the rows are of. */
      readonly window: string;
      readonly epoch: string;
      readonly seq: number;
      /** Rows in the window; null while `warming`. */
      readonly total: number | null;
      readonly entries: readonly StandingRow[];
      readonly warming?: true;
    }
  | {
      readonly type: 'delta';
      readonly subscription: string;
      readonly epoch: string;
      readonly seq: number;
      /** Rows that are new to the view or differ from before. */
      readonly changed: readonly StandingRow[];
      /** Players whose rows left the view. */
      readonly removed: readonly string[];
      readonly total: number;
    }
  | { readonly type: 'unsubscribed'; readonly id?: string; readonly subscription: string }
  /** `id` is of the frame that was refused; `subscription`, of one that has ended by itself. */
  | {
      readonly type: 'error';
      readonly id?: string;
      readonly subscription?: string;
      readonly code: string;
      readonly detail: string;
    }
  /** The connection is about to be closed, for this reason. */
  | { readonly type: 'bye'; readonly code: string };
