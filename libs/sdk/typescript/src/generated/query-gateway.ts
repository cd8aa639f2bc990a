// Generated from docs/openapi/query-gateway.json.

export interface paths {
  readonly '/v1/limits': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What the caller may still do
     * @description The budgets that requests with this credential are charged to, as this instance knows them, and the limits of sizes and counts of this gateway. Asking costs 1, as every request does.
     */
    readonly get: operations['getLimits'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/live/tickets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * A ticket for the live feed
     * @description Stands for the credential that asks: a key, a player token or an operator’s session. Good for one connection within 30 s, at any instance: as `ticket` of an `auth` frame, or of `GET /v1/live/stream`. The connection ends when the credential does.
     */
    readonly post: operations['createLiveTicket'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/live/stream': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Watch a topic as server-sent events
     * @description What a subscription of the WebSocket `/v1/live` sends, as `text/event-stream`: the type of a frame is the event, its data are the same bytes. A client that comes back with `Last-Event-ID` gets the changes since then, or a fresh snapshot. Every 15 s a comment shows that the stream is alive. It ends with an `error`, or with `bye`, after which the client comes back.
     */
    readonly get: operations['openLiveStream'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the leaderboards
     * @description Those that are in force, with how they rank, and with the windows that run and their rows. A player token that was minted for some leaderboards can’t list them.
     */
    readonly get: operations['listLeaderboards'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a page of a leaderboard
     * @description Pages by cursor: rows that did not move are neither skipped nor shown twice. The first page is shared by all who ask for it and may be 100 ms old.
     */
    readonly get: operations['getLeaderboardPage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/around/{playerId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the rows around a player
     * @description As many rows above the player as below, a full page at the edges. A player who is not on the leaderboard has no rows around: `entries` is empty. While `warming`, it holds the player’s own row without a rank.
     */
    readonly get: operations['getLeaderboardAroundPlayer'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/around': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the rows around a score
     * @description As many rows above the place of the score as below, a full page at the edges: also for a score that nobody has, or that is better or worse than all. Where several have it, the first of them is in the middle.
     */
    readonly get: operations['getLeaderboardAroundScore'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/players': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the rows of some players: friends, or a clan
     * @description In the order of the leaderboard, each with its rank on the whole of it and among those who were asked for. Who is not on it is left out. While `warming`, rows have scores and no ranks.
     */
    readonly get: operations['getLeaderboardPlayers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/top': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the best percent of a leaderboard
     * @description At least one row, and all who share the rank of the last one.
     */
    readonly get: operations['getLeaderboardTop'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/ranks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the rows of a range of ranks
     * @description Rows whose rank is within, both ends included; who shares a rank is in or out together.
     */
    readonly get: operations['getLeaderboardRanks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/scores': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the rows of a range of scores
     * @description Rows whose score is within, both ends included, in rank order. `count` says how many there are in all.
     */
    readonly get: operations['getLeaderboardScores'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/percentiles': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the scores at percentiles
     * @description What it takes to stand there: the last row before which no more than the rest of the leaderboard stands.
     */
    readonly get: operations['getLeaderboardPercentiles'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/players/{playerId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read one player’s standing: rank, score, columns, percentile, and the rank in each segment
     * @description A player who is not on the leaderboard is no error: `entry` is null. While `warming`, `entry` has the score and no rank.
     */
    readonly get: operations['getStanding'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/players/{playerId}/league': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a player’s group in the league: tier, rank in the group, its rows, and who would move
     * @description Also of windows that have closed. A player who has had no result in the window has no seat yet: `seat` is null. While `warming`, `entries` holds the player’s own row without a rank.
     */
    readonly get: operations['getLeague'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/players/{playerId}/history': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read where a player ended in past windows
     * @description Final standings, the latest first, by cursor.
     */
    readonly get: operations['getRankHistory'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/players/{id}/leaderboards': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a player’s standings on all leaderboards
     * @description One call for a profile page. A player token that was minted for some leaderboards reads those one by one.
     */
    readonly get: operations['getPlayerLeaderboards'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/windows': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the windows of a leaderboard
     * @description Those that are open, and page by page those that have closed, the latest first; with `preview` the next ones too. A closed window is read like any other, by its key.
     */
    readonly get: operations['listWindows'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/windows/{window}/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Export the final standings of a window
     * @description All rows in rank order, as lines of JSON or as CSV, however many there are. In CSV, a player id that a spreadsheet would take for a formula has a `'` in front.
     */
    readonly get: operations['exportWindow'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/players/{playerId}/trail': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read how a player’s standing came to be
     * @description From event to rule, from rule to score, from score to rank: what moved the standing, the latest first, with orders about it and corrections, and what of the player is held back for a review. Asks for `events:read`.
     */
    readonly get: operations['getTrail'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/players/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a player: profile, status, stats and balances
     * @description With a player token, of its own player only.
     */
    readonly get: operations['getPlayer'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/players': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List and search players
     * @description By id; all filters that are given must hold. A walk along `next` neither skips nor repeats players who stay what they are.
     */
    readonly get: operations['listPlayers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/players/{id}/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Export everything that is held of a player
     * @description Lines of JSON, each with its `kind`: the `player`, every entry of the `ledger`, every `event` with what was sent and what it led to, and the `end` with the number of lines before it. An export without its end is not whole.
     */
    readonly get: operations['exportPlayer'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/segments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List segments with the players that they have now
     * @description Those of the release in force. They are counted in one walk, some seconds ago at most; who changes during it counts as before or after.
     */
    readonly get: operations['listSegments'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/segments/{key}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Count the players of a segment */
    readonly get: operations['getSegment'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/segments/{key}/players': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the players of a segment
     * @description By id. A page looks at a limited number of players: it may be shorter than `limit`, or empty, while `next` is not null.
     */
    readonly get: operations['listSegmentPlayers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/players/{id}/grants': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what a player was given, newest first
     * @description With a player token, of its own player only.
     */
    readonly get: operations['listPlayerGrants'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/events/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Ask what became of an event
     * @description Which rules matched, why others did not, and what it changed.
     */
    readonly get: operations['getEvent'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what became of events, newest first
     * @description By the time of their decision. A walk along `next` skips and repeats nothing of what was recorded when it began, whatever is recorded meanwhile.
     */
    readonly get: operations['listEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/activity': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read how much happens: events, lag, refused effects and active players, over time
     * @description Counted where events are decided, and a few seconds old. Nothing is counted twice; what was decided in the last seconds before a scoring instance crashed may be missing. The history of events is exact: `GET /v1/events`.
     */
    readonly get: operations['getActivity'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly FieldProblem: {
      /**
       * @description JSON pointer to the place (RFC 6901); empty for the whole input.
       * @example /playerId
       */
      readonly path: string;
      /**
       * @description The rule that is broken.
       * @example maxLength
       */
      readonly rule: string;
      /** @description What is wrong, as a sentence. */
      readonly message: string;
    };
    readonly Problem: {
      /**
       * Format: uri-reference
       * @description Page that explains the code.
       * @example /errors/http.not_found
       */
      readonly type: string;
      /** @description The same for every occurrence of the code. */
      readonly title: string;
      /** @example 404 */
      readonly status: number;
      /**
       * @description Stable name of the error: what programs compare.
       * @example http.not_found
       */
      readonly code: string;
      /** @description What happened this time. */
      readonly detail: string;
      /** @description Every problem of the input, by path. */
      readonly errors?: readonly components['schemas']['FieldProblem'][];
      /**
       * @description Also in the `x-request-id` header.
       * @example req_0193…
       */
      readonly requestId: string;
    };
    readonly RateLimitDto: {
      /**
       * @description Whose budget it is; a request is charged to both.
       * @enum {string}
       */
      readonly name: 'credential' | 'workspace';
      /**
       * @description What one window holds.
       * @example 500000
       */
      readonly quota: number;
      /** @example 10 */
      readonly windowSeconds: number;
      /**
       * @description What is left, this request counted.
       * @example 499999
       */
      readonly left: number;
      /**
       * @description Until all is there again.
       * @example 7
       */
      readonly resetSeconds: number;
    };
    readonly FixedLimit: {
      /**
       * @description Stable name.
       * @example batch.items
       */
      readonly name: string;
      /** @example 1000 */
      readonly most: number;
      /** @enum {string} */
      readonly unit: 'bytes' | 'items' | 'per_second';
    };
    readonly LimitsDto: {
      readonly rates: readonly components['schemas']['RateLimitDto'][];
      readonly fixed: readonly components['schemas']['FixedLimit'][];
    };
    readonly LiveTicketDto: {
      /**
       * @description A secret, for one use.
       * @example lrt_kq0VhsdN0Wqf3nX7gk0cW2oEDxD0nT9hV3oZ7dJYwzs
       */
      readonly ticket: string;
      /**
       * Format: date-time
       * @description Until when it can be used.
       */
      readonly expiresAt: string;
    };
    readonly BoardColumn: {
      /**
       * @description Key of the stat.
       * @example goal_difference
       */
      readonly stat: string;
      /**
       * @description Which value is better: the greater one is with `desc`.
       * @enum {string}
       */
      readonly order: 'desc' | 'asc';
    };
    readonly BoardSplit: {
      /** @example country */
      readonly key: string;
      /** @description Parts are called `<key>:<value>`, with the value of each of these attributes. */
      readonly attributes?: readonly string[];
      /** @description The part is called by the key: who is in this saved segment. */
      readonly segment?: string;
    };
    readonly RunningWindow: {
      /**
       * @description `all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.
       * @example 2026-W47
       */
      readonly key: string;
      /**
       * Format: date-time
       * @description First moment inside; null: unbounded.
       */
      readonly start: string | null;
      /**
       * Format: date-time
       * @description First moment after; null: unbounded.
       */
      readonly end: string | null;
      /**
       * @description Zone by whose clock it begins and ends.
       * @example Europe/Berlin
       */
      readonly timeZone: string;
      /** @description Whether it takes nothing more. */
      readonly closed: boolean;
      /**
       * @description What its definition is called.
       * @example weekly
       */
      readonly name: string;
      /** @description Rows; null while ranks are being rebuilt. */
      readonly total: number | null;
    };
    readonly ListedBoard: {
      /** @example premier-league */
      readonly key: string;
      /**
       * @description Key of the stat that is ranked.
       * @example points
       */
      readonly stat: string;
      /**
       * @description What a window keeps of the results of a player.
       * @enum {string}
       */
      readonly aggregation: 'sum' | 'count' | 'best' | 'worst' | 'first' | 'last';
      /**
       * @description Which score is better.
       * @enum {string}
       */
      readonly order: 'desc' | 'asc';
      /** @description What decides between equal scores, one after the other. */
      readonly columns: readonly components['schemas']['BoardColumn'][];
      /**
       * @description What decides where these are equal too.
       * @enum {string}
       */
      readonly then: 'first_to_reach' | 'last_to_reach' | 'shared';
      /**
       * @description How rows that share a place are numbered.
       * @enum {string}
       */
      readonly numbering: 'ordinal' | 'competition' | 'dense';
      /** @description Names of its windows, as `window` of every read takes them. */
      readonly windows: readonly string[];
      /** @description How it is divided. */
      readonly splits: readonly components['schemas']['BoardSplit'][];
      /** @description Name of the window that has a league; null: none has. */
      readonly league: string | null;
      /** @description Neither player tokens nor publishable keys can read it. */
      readonly serverOnly: boolean;
      /** @description The windows that run now, and the one that is shown to who names none. */
      readonly running: readonly components['schemas']['RunningWindow'][];
    };
    readonly LeaderboardPage: {
      /**
       * Format: date-time
       * @description What time it is in the workspace.
       */
      readonly now: string;
      /** @description By key. */
      readonly entries: readonly components['schemas']['ListedBoard'][];
      /** @description Cursor of the next page; null at the end. */
      readonly next: string | null;
    };
    readonly WindowDto: {
      /**
       * @description `all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.
       * @example 2026-W47
       */
      readonly key: string;
      /**
       * Format: date-time
       * @description First moment inside; null: unbounded.
       */
      readonly start: string | null;
      /**
       * Format: date-time
       * @description First moment after; null: unbounded.
       */
      readonly end: string | null;
      /**
       * @description Zone by whose clock it begins and ends.
       * @example Europe/Berlin
       */
      readonly timeZone: string;
      /** @description Whether it takes nothing more. */
      readonly closed: boolean;
    };
    readonly StandingRowDto: {
      /**
       * @description From 1; null while `warming`.
       * @example 1
       */
      readonly rank: number | null;
      /** @example chelsea */
      readonly playerId: string;
      /** @example 87 */
      readonly score: number;
      /**
       * @description Values of the tie columns, by the key of their stat.
       * @example {
       *       "goal_difference": 41,
       *       "goals_for": 73
       *     }
       */
      readonly columns: {
        readonly [key: string]: number;
      };
      /**
       * Format: date-time
       * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
       */
      readonly reachedAt: string | null;
    };
    readonly BoardPageDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description In rank order. */
      readonly entries: readonly components['schemas']['StandingRowDto'][];
      /** @description Cursor of the rows behind; null at the end and while `warming`. */
      readonly next: string | null;
      /** @description Cursor of the rows before; null at the start and while `warming`. */
      readonly prev: string | null;
    };
    readonly BoardRowsDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description In rank order. */
      readonly entries: readonly components['schemas']['StandingRowDto'][];
    };
    readonly ListedRowDto: {
      /**
       * @description From 1; null while `warming`.
       * @example 1
       */
      readonly rank: number | null;
      /** @example chelsea */
      readonly playerId: string;
      /** @example 87 */
      readonly score: number;
      /**
       * @description Values of the tie columns, by the key of their stat.
       * @example {
       *       "goal_difference": 41,
       *       "goals_for": 73
       *     }
       */
      readonly columns: {
        readonly [key: string]: number;
      };
      /**
       * Format: date-time
       * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
       */
      readonly reachedAt: string | null;
      /**
       * @description Rank among those who were asked for; null while `warming`.
       * @example 1
       */
      readonly listRank: number | null;
    };
    readonly BoardListDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description In rank order, without those who are not on the leaderboard. */
      readonly entries: readonly components['schemas']['ListedRowDto'][];
    };
    readonly BoardSpanDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description In rank order. */
      readonly entries: readonly components['schemas']['StandingRowDto'][];
      /** @description Cursor of the rows behind; null at the end and while `warming`. */
      readonly next: string | null;
      /** @description Cursor of the rows before; null at the start and while `warming`. */
      readonly prev: string | null;
      /** @description Rows that the range has, over all its pages; null while `warming`. */
      readonly count: number | null;
    };
    readonly PercentileDto: {
      /** @example 90 */
      readonly percentile: number;
      /** @description The last row whose percentile is no less: its score is what it takes. Null on an empty leaderboard. */
      readonly entry: components['schemas']['StandingRowDto'] | null;
    };
    readonly BoardPercentilesDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description In the order in which they were asked for. Empty while `warming`. */
      readonly percentiles: readonly components['schemas']['PercentileDto'][];
    };
    readonly SegmentRankDto: {
      /**
       * @description The part, as `segment` of every read takes it.
       * @example country:DE
       */
      readonly segment: string;
      /** @example 1 */
      readonly rank: number;
      /**
       * @description Rows in the part.
       * @example 12
       */
      readonly total: number;
    };
    readonly StandingEntryDto: {
      /**
       * @description From 1; null while `warming`.
       * @example 1
       */
      readonly rank: number | null;
      /** @example chelsea */
      readonly playerId: string;
      /** @example 87 */
      readonly score: number;
      /**
       * @description Values of the tie columns, by the key of their stat.
       * @example {
       *       "goal_difference": 41,
       *       "goals_for": 73
       *     }
       */
      readonly columns: {
        readonly [key: string]: number;
      };
      /**
       * Format: date-time
       * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
       */
      readonly reachedAt: string | null;
      /**
       * @description Percent of the rows that do not stand before this one, rounded down to two decimals: 100 for the first rank, 5 for the last of 20. Null while `warming`.
       * @example 95
       */
      readonly percentile: number | null;
      /** @description Places in the parts that the player is in. Empty while `warming`, and where `segment` asks for one part. */
      readonly segments: readonly components['schemas']['SegmentRankDto'][];
    };
    readonly StandingDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description Null for a player who is not on the leaderboard. */
      readonly entry: components['schemas']['StandingEntryDto'] | null;
    };
    readonly SeatDto: {
      /**
       * @description Key of the tier that the group is of.
       * @example silver
       */
      readonly tier: string;
      /**
       * @description What players of one tier are kept apart by; absent where nothing does.
       * @example 1
       */
      readonly band?: string;
      /**
       * @description Number of the group in tier and band.
       * @example 7
       */
      readonly group: number;
    };
    readonly ZonesDto: {
      /**
       * @description Rows of the group that would go up now.
       * @example 10
       */
      readonly promoted: number;
      /**
       * @description Rows of the group that would go down now.
       * @example 10
       */
      readonly relegated: number;
    };
    readonly LeagueRowDto: {
      /**
       * @description From 1; null while `warming`.
       * @example 1
       */
      readonly rank: number | null;
      /** @example chelsea */
      readonly playerId: string;
      /** @example 87 */
      readonly score: number;
      /**
       * @description Values of the tie columns, by the key of their stat.
       * @example {
       *       "goal_difference": 41,
       *       "goals_for": 73
       *     }
       */
      readonly columns: {
        readonly [key: string]: number;
      };
      /**
       * Format: date-time
       * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
       */
      readonly reachedAt: string | null;
      /**
       * @description What the row leads to when the window closes so; null while `warming`.
       * @enum {string|null}
       */
      readonly zone: 'promotion' | 'relegation' | 'stay' | null;
    };
    readonly LeagueDto: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /**
       * @description Key of the tier that the player’s next seat is in.
       * @example silver
       */
      readonly tier: string;
      /** @description The player’s group in the window; null before the first result. */
      readonly seat: components['schemas']['SeatDto'] | null;
      /** @description Null without a seat, and while `warming`. */
      readonly zones: components['schemas']['ZonesDto'] | null;
      /** @description The player’s own row; null where there is none. */
      readonly entry: components['schemas']['LeagueRowDto'] | null;
      /** @description Rows of the group, the player among them, in rank order. */
      readonly entries: readonly components['schemas']['LeagueRowDto'][];
    };
    readonly RankHistoryDto: {
      /** @description A standing for each window that has ended, the latest first. `entry` is null where the player was not in it. */
      readonly entries: readonly components['schemas']['StandingDto'][];
      /** @description Cursor of the windows before; null at the end. */
      readonly next: string | null;
    };
    readonly PlayerBoardsDto: {
      /** @example chelsea */
      readonly playerId: string;
      /** @description The player’s standings in the windows that run, and in the one that a leaderboard without any shows; only those that the player is on. */
      readonly leaderboards: readonly components['schemas']['StandingDto'][];
    };
    readonly ListedWindow: {
      /**
       * @description `all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.
       * @example 2026-W47
       */
      readonly key: string;
      /**
       * Format: date-time
       * @description First moment inside; null: unbounded.
       */
      readonly start: string | null;
      /**
       * Format: date-time
       * @description First moment after; null: unbounded.
       */
      readonly end: string | null;
      /**
       * @description Zone by whose clock it begins and ends.
       * @example Europe/Berlin
       */
      readonly timeZone: string;
      /** @description Whether it takes nothing more. */
      readonly closed: boolean;
      /**
       * @description What its definition is called.
       * @example weekly
       */
      readonly name: string;
      /**
       * @description `running`; `grace`: it has ended, and still takes late results of its time; `closing`: it takes nothing more, and its standings are being kept; `final`; `expired`: its rows are kept no longer (`keepWindows`).
       * @enum {string}
       */
      readonly state: 'upcoming' | 'running' | 'grace' | 'closing' | 'final' | 'expired';
      /**
       * Format: date-time
       * @description From when on it takes no results, its end and the grace of the leaderboard; null: it never closes.
       */
      readonly closesAt: string | null;
      /** @description Rows that it ended with; of `final` ones. */
      readonly total?: number;
      /**
       * @description Why it closed; of `closing` and `final` ones.
       * @enum {string}
       */
      readonly ending?: 'ended' | 'schedule_changed';
    };
    readonly WindowPage: {
      /** @example premier-league */
      readonly board: string;
      /**
       * Format: date-time
       * @description What time it is in the workspace.
       */
      readonly now: string;
      /** @description Those that take results: running, or in their grace. */
      readonly open: readonly components['schemas']['ListedWindow'][];
      /** @description The next of each definition, if asked for. */
      readonly upcoming: readonly components['schemas']['ListedWindow'][];
      /** @description Those that have closed, the latest first. */
      readonly entries: readonly components['schemas']['ListedWindow'][];
      /** @description Cursor of the page of earlier windows. */
      readonly next: string | null;
    };
    readonly TrailFlagDto: {
      /** @example points */
      readonly stat: string;
      /**
       * @description The bound of plausibility that they would pass.
       * @enum {string}
       */
      readonly bound: 'min' | 'max' | 'perHour';
      /**
       * @description Events that wait for a review.
       * @example 3
       */
      readonly events: number;
    };
    readonly TrailCorrection: {
      /** @example Played with a hacked client. */
      readonly reason: string;
      /**
       * @description The key or operator who gave it.
       * @example key_0198c2f0
       */
      readonly by: string;
      /** @enum {string} */
      readonly kind: 'hide' | 'unhide' | 'remove' | 'adjust';
      /** Format: date-time */
      readonly at: string;
      /**
       * @description Rank until then.
       * @example 4
       */
      readonly rankBefore: number | null;
      /**
       * @description Rank since then.
       * @example 7
       */
      readonly rankAfter: number | null;
    };
    readonly TrailRecordingDto: {
      /**
       * @description The rule that matched; empty where none asked for it.
       * @example win
       */
      readonly rule: string;
      /** @example points */
      readonly stat: string;
      /** @example 3 */
      readonly amount: number;
    };
    readonly TrailScoreDto: {
      /** @example 87 */
      readonly score: number;
      /**
       * @example {
       *       "goal_difference": 41
       *     }
       */
      readonly columns: {
        readonly [key: string]: number;
      };
    };
    readonly TrailOrderDto: {
      /** @example Played with a hacked client. */
      readonly reason: string;
      /**
       * @description The key or operator who gave it.
       * @example key_0198c2f0
       */
      readonly by: string;
    };
    readonly TrailHeldBackDto: {
      /** @example points */
      readonly stat: string;
      /** @enum {string} */
      readonly bound: 'min' | 'max' | 'perHour';
      /** @example 100 */
      readonly limit: number;
      /** @example 5000 */
      readonly amount: number;
    };
    readonly TrailRefusalDto: {
      /** @example scoring.window_closed */
      readonly code: string;
      /** @example premier-league (2026-W46) has closed */
      readonly detail: string;
    };
    readonly TrailStep: {
      /** @example match-2014-08-16-arsenal */
      readonly eventId: string;
      /** @example match_played */
      readonly type: string;
      /** Format: date-time */
      readonly occurredAt: string;
      /** Format: date-time */
      readonly decidedAt: string;
      /**
       * @description Release that decided it.
       * @example 12
       */
      readonly release: number;
      /** @description What rules recorded of the leaderboard’s stats. */
      readonly recorded: readonly components['schemas']['TrailRecordingDto'][];
      /** @description The entry after it; null where it took the player off. Absent where it changed nothing here. */
      readonly standing?: components['schemas']['TrailScoreDto'] | null;
      /** @description Of an order about the standing. */
      readonly order?: components['schemas']['TrailOrderDto'];
      /** @description Why it was held back for a review, and counts for nothing. */
      readonly heldBack?: components['schemas']['TrailHeldBackDto'];
      /** @description Of an order: why it was not carried out. */
      readonly refused?: readonly components['schemas']['TrailRefusalDto'][];
    };
    readonly StandingTrail: {
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /**
       * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
       * @example country:DE
       */
      readonly segment?: string;
      /**
       * Format: date-time
       * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
       */
      readonly asOf: string | null;
      /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
      readonly warming?: boolean;
      /** @description Rows in the window, or in the part of it; null while `warming`. */
      readonly total: number | null;
      /** @description Null for a player who is not on the leaderboard. */
      readonly entry: components['schemas']['StandingEntryDto'] | null;
      /** @description What is suspicious of the player: events that are held back, by the bound that they would pass. */
      readonly flags: readonly components['schemas']['TrailFlagDto'][];
      /** @description Of a window that has ended, the earliest first. */
      readonly corrections: readonly components['schemas']['TrailCorrection'][];
      /** @description The latest first. */
      readonly steps: readonly components['schemas']['TrailStep'][];
      /** @description Cursor of the steps before; null at the beginning. */
      readonly next: string | null;
    };
    readonly Player: {
      /** @example arsenal */
      readonly playerId: string;
      /**
       * @description The name that is shown.
       * @example Arsenal
       */
      readonly name?: string;
      /**
       * Format: uri
       * @example https://example.com/arsenal.png
       */
      readonly avatarUrl?: string;
      /**
       * @description IANA name of the player’s time zone.
       * @example Europe/London
       */
      readonly timeZone?: string;
      /**
       * @description What you know of the player, by keys of your own.
       * @example {
       *       "city": "London",
       *       "founded": 1886
       *     }
       */
      readonly attributes: {
        readonly [key: string]: string | number | boolean;
      };
      /**
       * @description Events of a player who is not `active` are recorded and lead to nothing. Who is `banned` or `merged` is on no leaderboard; what a `merged` player had is another player’s.
       * @enum {string}
       */
      readonly status: 'active' | 'suspended' | 'banned' | 'merged';
      /** @description Why the player is not active; not shown to player tokens. */
      readonly statusReason?: string;
      /**
       * @description Who has what was the player’s; of `merged` players alone. Not shown to player tokens.
       * @example arsenal
       */
      readonly mergedInto?: string;
      /**
       * Format: date-time
       * @description Since when the player is not active.
       */
      readonly statusSince?: string;
      /**
       * @description Values by the key of the stat: those of the released configuration that the player has. In units of the scale of each: 9999 under a scale of 2 is 99.99.
       * @example {
       *       "points": 75,
       *       "goal_difference": 35
       *     }
       */
      readonly stats: {
        readonly [key: string]: number;
      };
      /**
       * @description Balances by the key of the currency, in units of the scale of each.
       * @example {
       *       "coins": 71
       *     }
       */
      readonly balances: {
        readonly [key: string]: number;
      };
      /**
       * @description Titles that the player was given, sorted.
       * @example [
       *       "champion"
       *     ]
       */
      readonly titles: readonly string[];
      /**
       * @description How many of each item the player has; below zero it is a debt.
       * @example {
       *       "chest": 2
       *     }
       */
      readonly items: {
        readonly [key: string]: number;
      };
      /**
       * Format: date-time
       * @description When the first event or order was decided.
       */
      readonly createdAt: string;
      /**
       * Format: date-time
       * @description When the latest event or order was decided.
       */
      readonly updatedAt: string;
    };
    readonly PlayerList: {
      readonly entries: readonly components['schemas']['Player'][];
      /** @description Cursor of what follows; null at the end. */
      readonly next: string | null;
    };
    readonly CountedSegment: {
      /** @example vips */
      readonly key: string;
      /** @example VIPs */
      readonly name?: string;
      /**
       * @description Players of whatever status.
       * @example 42
       */
      readonly count: number;
      /**
       * Format: date-time
       * @description When counting began: some seconds ago at most. Exact for who did not change meanwhile.
       */
      readonly asOf: string;
      /** @description The release that defines it. */
      readonly release: number;
    };
    readonly CountedSegmentList: {
      readonly entries: readonly components['schemas']['CountedSegment'][];
    };
    readonly CurrencyPartDto: {
      /**
       * @description Key of the currency.
       * @example coins
       */
      readonly currency: string;
      /** @description In units of the scale of the currency. */
      readonly amount: number;
    };
    readonly StatPartDto: {
      /**
       * @description Key of the stat.
       * @example xp
       */
      readonly stat: string;
      /** @description In units of the scale of the stat. */
      readonly amount: number;
    };
    readonly TitlePartDto: {
      /** @example champion */
      readonly title: string;
    };
    readonly ItemPartDto: {
      /** @example chest */
      readonly item: string;
      readonly quantity: number;
    };
    readonly GrantCauseDto: {
      /** @example scoring.player_not_active */
      readonly code: string;
      readonly detail: string;
    };
    readonly GrantRevocationDto: {
      /** @description Why, for people. */
      readonly reason: string;
      /** @description Id of who ordered it; not shown to player tokens. */
      readonly by?: string;
    };
    readonly Grant: {
      /** @example gr_5f2a9c1e0b7d4c3a8e6f1d2b3c4a5e6f */
      readonly id: string;
      /**
       * @description Key of the reward schedule.
       * @example weekly-prizes
       */
      readonly source: string;
      /**
       * @description Key of the leaderboard.
       * @example league
       */
      readonly leaderboard: string;
      /**
       * @description Key of the window.
       * @example 2026-W47
       */
      readonly window: string;
      /**
       * @description Part of the leaderboard; absent for the whole.
       * @example country:br
       */
      readonly part?: string;
      /** @example arsenal */
      readonly playerId: string;
      /**
       * @description Name of the tier.
       * @example podium
       */
      readonly tier: string;
      /** @description The player’s final rank. */
      readonly rank: number;
      /** @description The player’s final score. */
      readonly score: number;
      /**
       * @description Keys of the rewards.
       * @example [
       *       "gold-chest"
       *     ]
       */
      readonly rewards: readonly string[];
      /** @description What they give together. */
      readonly what: readonly (
        | components['schemas']['CurrencyPartDto']
        | components['schemas']['StatPartDto']
        | components['schemas']['TitlePartDto']
        | components['schemas']['ItemPartDto']
      )[];
      /**
       * @description `pending`: waits until it is approved. `approved`: about to be paid. `granted`: paid or, with a `claimBy`, ready to be claimed. `claimed`: claimed and paid. `failed`: could not be paid, see `cause`. `not_eligible`: won and not given, see `cause`. `expired`: not claimed in time. `revoked`: taken back.
       * @enum {string}
       */
      readonly state:
        'pending' | 'approved' | 'granted' | 'claimed' | 'failed' | 'not_eligible' | 'expired' | 'revoked';
      /** @description Why it is not given, or could not be taken back. */
      readonly cause?: components['schemas']['GrantCauseDto'];
      /**
       * Format: date-time
       * @description Until when it can be claimed.
       */
      readonly claimBy?: string;
      /** Format: date-time */
      readonly claimedAt?: string;
      /**
       * Format: date-time
       * @description When it was paid.
       */
      readonly paidAt?: string;
      /** @description That it is, or is to be, taken back. */
      readonly revocation?: components['schemas']['GrantRevocationDto'];
      /** Format: date-time */
      readonly createdAt: string;
      /** Format: date-time */
      readonly updatedAt: string;
    };
    readonly GrantPage: {
      readonly entries: readonly components['schemas']['Grant'][];
      /** @description Cursor of older entries. */
      readonly next: string | null;
      /** @description Cursor of newer entries. */
      readonly prev: string | null;
    };
    readonly RecordEffectDto: {
      /** @description The amount without boosts; absent where none applied. */
      readonly base?: number;
      /**
       * @description Keys of the boosts that applied.
       * @example [
       *       "may-days"
       *     ]
       */
      readonly boosts?: readonly string[];
      /** @enum {string} */
      readonly kind: 'record';
      /** @description Key of the rule. */
      readonly rule: string;
      /**
       * @description Key of the stat.
       * @example points
       */
      readonly stat: string;
      /** @description What the event recorded. In units of its scale: 9999 under a scale of 2 is 99.99. */
      readonly amount: number;
      /** @description The stat afterwards. */
      readonly value: number;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly AwardEffectDto: {
      /** @description The amount without boosts; absent where none applied. */
      readonly base?: number;
      /**
       * @description Keys of the boosts that applied.
       * @example [
       *       "may-days"
       *     ]
       */
      readonly boosts?: readonly string[];
      /**
       * @description `spend` took the amount out of the wallet.
       * @enum {string}
       */
      readonly kind: 'award' | 'spend';
      /** @description Key of the rule. */
      readonly rule: string;
      /**
       * @description Key of the currency.
       * @example coins
       */
      readonly currency: string;
      /** @description What was paid or spent. In units of its scale: 9999 under a scale of 2 is 99.99. */
      readonly amount: number;
      /** @description The balance afterwards. */
      readonly balance: number;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly StandingEffectDto: {
      /** @enum {string} */
      readonly kind: 'standing';
      /**
       * @description Key of the leaderboard.
       * @example premier-league
       */
      readonly board: string;
      /**
       * @description Key of the window.
       * @example 2014-15
       */
      readonly window: string;
      /** @description The player’s score afterwards. */
      readonly score: number;
      /** @description Tie columns afterwards, in the order the leaderboard declares. */
      readonly columns: readonly number[];
      /** Format: date-time */
      readonly reachedAt: string;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly SetEffectDto: {
      /** @enum {string} */
      readonly kind: 'set';
      /** @description Key of the rule; empty where a void changed the attribute. */
      readonly rule: string;
      /**
       * @description Key of the attribute.
       * @example tier
       */
      readonly attribute: string;
      readonly value: (string | number | boolean) | null;
      /** @description The attribute before; absent where there was none. */
      readonly before?: string | number | boolean;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly TitleEffectDto: {
      /** @enum {string} */
      readonly kind: 'title';
      /** @description `laurel.grant`; empty where a merge brought it. */
      readonly rule: string;
      /** @example champion */
      readonly title: string;
      /** @description How often the player was given it; 0 where it is gone. */
      readonly times: number;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly ItemEffectDto: {
      /** @enum {string} */
      readonly kind: 'item';
      /** @description `laurel.grant`; empty where a merge brought it. */
      readonly rule: string;
      /** @example chest */
      readonly item: string;
      /** @description How many were given; less than 0 where they were taken back. */
      readonly quantity: number;
      /** @description How many the player has afterwards; below zero it is a debt. */
      readonly count: number;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly EmitEffectDto: {
      /** @enum {string} */
      readonly kind: 'emit';
      /** @description Key of the rule. */
      readonly rule: string;
      /**
       * @description Id of the event that followed: that of the event it followed from, the rule, and a number.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event: string;
      /**
       * @description Type of the event that followed.
       * @example level_up
       */
      readonly type: string;
      /**
       * @description Properties of the event that followed.
       * @example {
       *       "level": 3
       *     }
       */
      readonly properties: {
        readonly [key: string]: (string | number | boolean) | null;
      };
      /** @description 1 for what followed from the event that was sent. */
      readonly depth: number;
    };
    readonly RefusedEffectDto: {
      /** @enum {string} */
      readonly kind: 'refused';
      /** @description Key of the rule. */
      readonly rule: string;
      /** @description Why the effect could not be applied. */
      readonly code: string;
      readonly detail: string;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly RestatementEffectDto: {
      /** @enum {string} */
      readonly kind: 'restatement';
      /**
       * @description Key of the stat.
       * @example points
       */
      readonly stat: string;
      /** @description The stat without the voided event; null where nothing of it remains. */
      readonly value: number | null;
    };
    readonly ReversalEffectDto: {
      /** @enum {string} */
      readonly kind: 'reversal';
      /**
       * @description Key of the currency.
       * @example coins
       */
      readonly currency: string;
      /** @description What balances the voided event out: mostly negative. */
      readonly amount: number;
      /** @description The balance afterwards; below zero it is a debt. */
      readonly balance: number;
    };
    readonly RemovalEffectDto: {
      /** @enum {string} */
      readonly kind: 'removal';
      /**
       * @description Key of the leaderboard that the player left.
       * @example premier-league
       */
      readonly board: string;
      /**
       * @description Key of the window.
       * @example 2014-15
       */
      readonly window: string;
    };
    readonly HandedOverEffectDto: {
      /** @enum {string} */
      readonly kind: 'handed_over';
      /**
       * @description The player who has it from now on.
       * @example arsenal
       */
      readonly into: string;
      /**
       * @description By the key of the stat.
       * @example {
       *       "points": 75
       *     }
       */
      readonly stats: {
        readonly [key: string]: number;
      };
      /**
       * @description By the key of the currency.
       * @example {
       *       "coins": 71
       *     }
       */
      readonly balances: {
        readonly [key: string]: number;
      };
    };
    readonly FailureDto: {
      readonly code: string;
      readonly detail: string;
    };
    readonly PassedBoundDto: {
      /**
       * @description Key of the stat.
       * @example points
       */
      readonly stat: string;
      /** @enum {string} */
      readonly bound: 'min' | 'max' | 'perHour';
      /** @example 100 */
      readonly limit: number;
      /**
       * @description What it records, or the hour comes to with it.
       * @example 150
       */
      readonly amount: number;
    };
    readonly RuleVerdictDto: {
      /**
       * @description Key of the rule.
       * @example win
       */
      readonly rule: string;
      readonly matched: boolean;
      /** @description Why it did not match; absent when it did. */
      readonly reason?: string;
      /**
       * @description Id of the emitted event that it is of; absent for the one that was sent.
       * @example match-2014-08-16-arsenal~win~1
       */
      readonly event?: string;
    };
    readonly ReceiptDto: {
      /** @example 3 */
      readonly partition: number;
      /** @example 1042 */
      readonly offset: number;
    };
    readonly VoidedDto: {
      /** Format: date-time */
      readonly at: string;
      /** @example Played with a hacked client. */
      readonly reason: string;
      /** @description Id of the key that ordered it. */
      readonly by: string;
      /**
       * @description The void’s own id: an event of that id tells what it changed.
       * @example laurel.void.match-2014-08-16-arsenal
       */
      readonly commandId: string;
    };
    readonly ReviewDto: {
      /**
       * @description `rejected`: it never counts.
       * @enum {string}
       */
      readonly verdict: 'released' | 'rejected';
      /** Format: date-time */
      readonly at: string;
      /** @example The tournament counts double. */
      readonly reason: string;
      /** @description Id of the key that ordered it. */
      readonly by: string;
      /**
       * @description The review’s own id: an event of that id is its record.
       * @example laurel.review.match-2014-08-16-arsenal
       */
      readonly commandId: string;
      /** @description What the event led to when it was let in. */
      readonly effects: readonly (
        | components['schemas']['RecordEffectDto']
        | components['schemas']['AwardEffectDto']
        | components['schemas']['StandingEffectDto']
        | components['schemas']['SetEffectDto']
        | components['schemas']['TitleEffectDto']
        | components['schemas']['ItemEffectDto']
        | components['schemas']['EmitEffectDto']
        | components['schemas']['RefusedEffectDto']
        | components['schemas']['RestatementEffectDto']
        | components['schemas']['ReversalEffectDto']
        | components['schemas']['RemovalEffectDto']
        | components['schemas']['HandedOverEffectDto']
      )[];
    };
    readonly AttemptDto: {
      /**
       * @description `duplicate`: the same was sent again. `conflict`: something else was sent under this id. `failed`: it could not be decided then, and was sent again. None had an effect.
       * @enum {string}
       */
      readonly status: 'duplicate' | 'conflict' | 'failed';
      readonly receipt: components['schemas']['ReceiptDto'];
      /** Format: date-time */
      readonly at: string;
    };
    readonly DecidedEventDto: {
      /** @example match-2014-08-16-arsenal */
      readonly eventId: string;
      /** @example arsenal */
      readonly playerId: string;
      /** @example match_played */
      readonly type: string;
      /**
       * @description `late`: it happened longer ago than ids are remembered, and has no effect. `imported`: it happened in another system, and has no effect here. `quarantined`: it waits, or waited, for a review, and what that led to is in `review`. `failed`: it could not be decided, has no effect, and may be sent again.
       * @enum {string}
       */
      readonly status: 'processed' | 'late' | 'imported' | 'quarantined' | 'failed';
      /** @description Cause of a `failed`. */
      readonly failure?: components['schemas']['FailureDto'];
      /** @description Why it is `quarantined`. */
      readonly heldBack?: components['schemas']['PassedBoundDto'];
      /** @description The release that decided it; 0 where there was none. */
      readonly release: number;
      /** @description The rules for this type of event: which matched, and why others did not. */
      readonly rules: readonly components['schemas']['RuleVerdictDto'][];
      /** @description What it changed, in order. `restatement`, `reversal` and `removal` are of voids (`laurel.event_voided`), of merges of players and of grants that are taken back alone. */
      readonly effects: readonly (
        | components['schemas']['RecordEffectDto']
        | components['schemas']['AwardEffectDto']
        | components['schemas']['StandingEffectDto']
        | components['schemas']['SetEffectDto']
        | components['schemas']['TitleEffectDto']
        | components['schemas']['ItemEffectDto']
        | components['schemas']['EmitEffectDto']
        | components['schemas']['RefusedEffectDto']
        | components['schemas']['RestatementEffectDto']
        | components['schemas']['ReversalEffectDto']
        | components['schemas']['RemovalEffectDto']
        | components['schemas']['HandedOverEffectDto']
      )[];
      /**
       * Format: date-time
       * @description When it happened.
       */
      readonly occurredAt: string;
      /**
       * Format: date-time
       * @description When the gateway had it.
       */
      readonly receivedAt: string;
      /**
       * Format: date-time
       * @description The time it was decided by: when the event log had it.
       */
      readonly decidedAt: string;
      readonly receipt: components['schemas']['ReceiptDto'];
      /** @description It was taken back: its effects do not count any more. */
      readonly voided?: components['schemas']['VoidedDto'];
      /** @description It was held back, and somebody looked at it. */
      readonly review?: components['schemas']['ReviewDto'];
      /**
       * @description What was sent with it.
       * @example {
       *       "goalsFor": 2,
       *       "goalsAgainst": 1
       *     }
       */
      readonly properties: {
        readonly [key: string]: unknown;
      };
      /** @description Other messages of the same id and player, the newest 20. */
      readonly attempts: readonly components['schemas']['AttemptDto'][];
    };
    readonly AcceptedEventDto: {
      /** @example match-2014-08-16-arsenal */
      readonly eventId: string;
      /** @enum {string} */
      readonly status: 'accepted';
      readonly receipt: components['schemas']['ReceiptDto'];
    };
    readonly RecordedEventDto: {
      /** @example match-2014-08-16-arsenal */
      readonly eventId: string;
      /** @example arsenal */
      readonly playerId: string;
      /** @example match_played */
      readonly type: string;
      /**
       * @description `processed`: decided, with all its effects. `duplicate`: the same was sent before under this id. `conflict`: something else was sent before under this id. `late`: it happened longer ago than ids are remembered. `imported`: it happened in another system. `quarantined`: it would have passed a bound of plausibility, and waits for a review. `failed`: it could not be decided, and may be sent again. Only `processed` has effects.
       * @enum {string}
       */
      readonly status: 'processed' | 'duplicate' | 'conflict' | 'late' | 'imported' | 'quarantined' | 'failed';
      /** @description Cause of a `failed`. */
      readonly failure?: components['schemas']['FailureDto'];
      /** @description Why it is `quarantined`. */
      readonly heldBack?: components['schemas']['PassedBoundDto'];
      /** @description The release that decided it; 0 where there was none. */
      readonly release: number;
      /** @description The rules for this type of event: which matched, and why others did not. */
      readonly rules: readonly components['schemas']['RuleVerdictDto'][];
      /** @description What it changed, in order. `restatement`, `reversal` and `removal` are of voids (`laurel.event_voided`), of merges of players and of grants that are taken back alone. */
      readonly effects: readonly (
        | components['schemas']['RecordEffectDto']
        | components['schemas']['AwardEffectDto']
        | components['schemas']['StandingEffectDto']
        | components['schemas']['SetEffectDto']
        | components['schemas']['TitleEffectDto']
        | components['schemas']['ItemEffectDto']
        | components['schemas']['EmitEffectDto']
        | components['schemas']['RefusedEffectDto']
        | components['schemas']['RestatementEffectDto']
        | components['schemas']['ReversalEffectDto']
        | components['schemas']['RemovalEffectDto']
        | components['schemas']['HandedOverEffectDto']
      )[];
      /**
       * Format: date-time
       * @description When it happened.
       */
      readonly occurredAt: string;
      /**
       * Format: date-time
       * @description When the gateway had it.
       */
      readonly receivedAt: string;
      /**
       * Format: date-time
       * @description The time it was decided by: when the event log had it.
       */
      readonly decidedAt: string;
      readonly receipt: components['schemas']['ReceiptDto'];
    };
    readonly EventListDto: {
      /** @description One for each message of the event log: a duplicate or a conflict is an entry of its own. */
      readonly entries: readonly components['schemas']['RecordedEventDto'][];
      /** @description Cursor of what is older; null at the end. One request reads a bounded part of the history: where a filter matches little, there may be fewer entries than asked for, or none, and still a `next`. */
      readonly next: string | null;
    };
    readonly LagDto: {
      /**
       * @description Half took no longer; null without any.
       * @example 42
       */
      readonly p50: number | null;
      /**
       * @description 99 of 100 took no longer.
       * @example 128
       */
      readonly p99: number | null;
    };
    readonly ActivityFiguresDto: {
      /**
       * @description Events and orders, whatever became of them.
       * @example 1200
       */
      readonly events: number;
      /**
       * @description The same by what became of them; no status without any.
       * @example {
       *       "processed": 1180,
       *       "duplicate": 18,
       *       "failed": 2
       *     }
       */
      readonly byStatus: {
        readonly [key: string]: number;
      };
      /**
       * @description Effects of rules that were refused.
       * @example 3
       */
      readonly refused: number;
      /** @description From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short. */
      readonly lagMs: components['schemas']['LagDto'];
      /**
       * @description Different players of whom there were events: up to 512 exactly, more within a few percent.
       * @example 321
       */
      readonly activePlayers: number;
    };
    readonly ActivityNowDto: {
      /**
       * @description Events and orders, whatever became of them.
       * @example 1200
       */
      readonly events: number;
      /**
       * @description The same by what became of them; no status without any.
       * @example {
       *       "processed": 1180,
       *       "duplicate": 18,
       *       "failed": 2
       *     }
       */
      readonly byStatus: {
        readonly [key: string]: number;
      };
      /**
       * @description Effects of rules that were refused.
       * @example 3
       */
      readonly refused: number;
      /** @description From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short. */
      readonly lagMs: components['schemas']['LagDto'];
      /**
       * @description Different players of whom there were events: up to 512 exactly, more within a few percent.
       * @example 321
       */
      readonly activePlayers: number;
      /**
       * @description Over how long: the minute that runs and the one before.
       * @example 92
       */
      readonly seconds: number;
      /**
       * @description On average over that time.
       * @example 13.4
       */
      readonly eventsPerSecond: number;
    };
    readonly ActivityBucketDto: {
      /**
       * @description Events and orders, whatever became of them.
       * @example 1200
       */
      readonly events: number;
      /**
       * @description The same by what became of them; no status without any.
       * @example {
       *       "processed": 1180,
       *       "duplicate": 18,
       *       "failed": 2
       *     }
       */
      readonly byStatus: {
        readonly [key: string]: number;
      };
      /**
       * @description Effects of rules that were refused.
       * @example 3
       */
      readonly refused: number;
      /** @description From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short. */
      readonly lagMs: components['schemas']['LagDto'];
      /**
       * @description Different players of whom there were events: up to 512 exactly, more within a few percent.
       * @example 321
       */
      readonly activePlayers: number;
      /**
       * Format: date-time
       * @description First moment inside.
       */
      readonly start: string;
    };
    readonly Activity: {
      /** @enum {string} */
      readonly range: '1h' | '24h' | '7d';
      /**
       * @description Length of a bucket, seconds.
       * @example 60
       */
      readonly bucketSeconds: number;
      /**
       * Format: date-time
       * @description Start of the first bucket.
       */
      readonly from: string;
      /**
       * Format: date-time
       * @description Now, as the gateway knows it.
       */
      readonly to: string;
      /** @description Of the whole range. */
      readonly total: components['schemas']['ActivityFiguresDto'];
      readonly now: components['schemas']['ActivityNowDto'];
      /** @description Oldest first, without gaps; the last one still grows. */
      readonly buckets: readonly components['schemas']['ActivityBucketDto'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getLimits: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Budgets and limits of the caller. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LimitsDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.csrf`: A session changes things only with the header x-laurel-csrf */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly createLiveTicket: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The ticket. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LiveTicketDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.csrf`: A session changes things only with the header x-laurel-csrf */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly openLiveStream: {
    readonly parameters: {
      readonly query: {
        /** @description `leaderboard:{key}`, `player:{id}` or `feed`. */
        readonly topic: string;
        /** @description Of a leaderboard: key of a window, or name of its definition. */
        readonly window?: string;
        /** @description Of a leaderboard. */
        readonly view?: 'top' | 'around';
        /** @description Of a leaderboard: rows. */
        readonly limit?: number;
        /** @description Of a leaderboard: whom to show the rows around. Of the feed: whose outcomes. */
        readonly playerId?: string;
        /** @description Of a leaderboard: of this part of the board. */
        readonly segment?: string;
        /** @description Of the feed: types of events, separated by commas. */
        readonly types?: string;
        /** @description Of the feed: statuses of events, separated by commas. */
        readonly statuses?: string;
        /** @description Of the feed: key of a rule that had an effect. */
        readonly rule?: string;
        /** @description Of the feed: the share of outcomes that is sent; more than 0, at most 1. */
        readonly sample?: number;
        /** @description Of `POST /v1/live/tickets`, where no `Authorization` can be sent. */
        readonly ticket?: string;
        /** @description The id of the last event seen, where no `Last-Event-ID` can be sent. */
        readonly lastEventId?: string;
      };
      readonly header?: {
        /** @description The id of the last event seen; browsers send it. */
        readonly 'Last-Event-ID'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Events: snapshot, resumed, delta, event, error, bye. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/event-stream': string;
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       *
       *     `live.invalid_ticket`: The ticket is not valid
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `live.origin_refused`: Pages of this origin may not connect
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `live.unknown_topic`: There is no such topic */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.rate_limited`: Requests come too fast
       *
       *     `live.too_many_connections`: The player has too many connections
       */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `live.busy`: This instance takes no more connections right now
       *
       *     `live.stopping`: This instance is shutting down
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listLeaderboards: {
    readonly parameters: {
      readonly query?: {
        readonly limit?: number;
        /** @description `next` or `prev` of another page of the same list. */
        readonly cursor?: string;
        /** @description Part of the key. */
        readonly q?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of leaderboards. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LeaderboardPage'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `http.unavailable`: Something that this needs is away
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardPage: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Rows at most. */
        readonly limit?: number;
        /** @description A `next` or `prev` of this leaderboard and window. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of the board. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardPageDto'];
        };
      };
      /** @description `leaderboards.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardAroundPlayer: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Rows at most. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        readonly playerId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The rows around the player. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardRowsDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardAroundScore: {
    readonly parameters: {
      readonly query: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Rows at most. */
        readonly limit?: number;
        /** @description The score, whether or not anyone has it. */
        readonly score: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The rows around the score. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardRowsDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardPlayers: {
    readonly parameters: {
      readonly query: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Ids of 1 to 100 players, with commas between them. Repeat the parameter for ids that have commas. */
        readonly ids: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The rows of the players. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardListDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardTop: {
    readonly parameters: {
      readonly query: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Rows at most. */
        readonly limit?: number;
        /** @description A `next` or `prev` of this list: same leaderboard, window, segment and range. */
        readonly cursor?: string;
        /** @description Percent of the rows, with four decimals at most. */
        readonly percent: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of the best rows. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardSpanDto'];
        };
      };
      /** @description `leaderboards.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardRanks: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Rows at most. */
        readonly limit?: number;
        /** @description A `next` or `prev` of this list: same leaderboard, window, segment and range. */
        readonly cursor?: string;
        /** @description First rank. */
        readonly from?: number;
        /** @description Last rank, included; default: that of the last row. */
        readonly to?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of the rows. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardSpanDto'];
        };
      };
      /** @description `leaderboards.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardScores: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description Rows at most. */
        readonly limit?: number;
        /** @description A `next` or `prev` of this list: same leaderboard, window, segment and range. */
        readonly cursor?: string;
        /** @description Least score, included; default: any. */
        readonly min?: number;
        /** @description Greatest score, included; default: any. */
        readonly max?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of the rows. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardSpanDto'];
        };
      };
      /** @description `leaderboards.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeaderboardPercentiles: {
    readonly parameters: {
      readonly query: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
        /** @description 1 to 20 percentiles: more than 0, 100 at most, four decimals at most, with commas between them. */
        readonly at: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The rows at the percentiles. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['BoardPercentilesDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getStanding: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
        readonly window?: string;
        /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
        readonly segment?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        readonly playerId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The standing of the player. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandingDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.segment_not_found`: The leaderboard has no such segment
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getLeague: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window of the league. Default: the one that runs. */
        readonly window?: string;
        /** @description Rows of the group at most, the player in the middle. All of a larger group: `segment` of a page. */
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        readonly playerId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The group of the player. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LeagueDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       *
       *     `leaderboards.no_league`: The leaderboard has no league
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getRankHistory: {
    readonly parameters: {
      readonly query?: {
        /** @description Windows at most. */
        readonly limit?: number;
        /** @description A `next` of the same player and leaderboard. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        readonly playerId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of final standings. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RankHistoryDto'];
        };
      };
      /** @description `leaderboards.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `leaderboards.not_found`: There is no such leaderboard */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getPlayerLeaderboards: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The standings of the player. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PlayerBoardsDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `leaderboards.player_not_found`: There is no such player */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listWindows: {
    readonly parameters: {
      readonly query?: {
        readonly limit?: number;
        /** @description `next` or `prev` of another page of the same list. */
        readonly cursor?: string;
        /** @description How many windows that are still to come are listed of each definition. Default: none. */
        readonly preview?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The windows. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WindowPage'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       *
       *     `auth.board_forbidden`: The player token does not read this board
       *
       *     `leaderboards.server_only`: The leaderboard is open to servers only
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `leaderboards.not_found`: There is no such leaderboard */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `http.unavailable`: Something that this needs is away
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly exportWindow: {
    readonly parameters: {
      readonly query?: {
        readonly format?: 'ndjson' | 'csv';
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        /** @description Key of a window that has closed. */
        readonly window: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The rows. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/x-ndjson': string;
          readonly 'text/csv': string;
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `leaderboards.window_not_final`: The window is closing */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `http.unavailable`: Something that this needs is away
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getTrail: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of a window, or the name of its kind for the one that is running. Default: the one that is shown. */
        readonly window?: string;
        /** @description Steps at most. */
        readonly limit?: number;
        /** @description A `next` of the same trail. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        readonly playerId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The standing, and a part of its trail. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['StandingTrail'];
        };
      };
      /** @description `leaderboards.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `leaderboards.not_found`: There is no such leaderboard
       *
       *     `leaderboards.window_not_found`: The leaderboard has no such window
       */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getPlayer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The player. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Player'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `players.not_found`: There is no such player */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listPlayers: {
    readonly parameters: {
      readonly query?: {
        /** @description The `next` of a list with the same filters. */
        readonly cursor?: string;
        readonly limit?: number;
        /** @description Only players with these attributes, as `attribute.<key>=<value>`: 5 and `5` are found alike. */
        readonly attributes?: {
          readonly [key: string]: string;
        };
        /** @description Only players of this status. */
        readonly status?: 'active' | 'suspended' | 'banned' | 'merged';
        /** @description Only players whose id, or whose name in whatever case, begins like this. Those found by id come first. */
        readonly q?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A part of the list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PlayerList'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly exportPlayer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description One line for each thing. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/x-ndjson': string;
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `players.not_found`: There is no such player */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `http.unavailable`: Something that this needs is away
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listSegments: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description All of them, in the order of the program. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CountedSegmentList'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `players.segment_not_counted`: The segment could not be counted in time
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getSegment: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The segment. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CountedSegment'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `players.segment_not_found`: There is no such segment */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `players.segment_not_counted`: The segment could not be counted in time
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listSegmentPlayers: {
    readonly parameters: {
      readonly query?: {
        /** @description The `next` of a list of the same segment. */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A part of the list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PlayerList'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `players.segment_not_found`: There is no such segment */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listPlayerGrants: {
    readonly parameters: {
      readonly query?: {
        readonly limit?: number;
        /** @description `next` or `prev` of another page of the same list. */
        readonly cursor?: string;
        /** @description Only of this reward schedule: its key. */
        readonly source?: string;
        /** @description Only of this leaderboard: its key. */
        readonly leaderboard?: string;
        /** @description Only of this window: its key. */
        readonly window?: string;
        /** @description Only in this state. */
        readonly state?:
          'pending' | 'approved' | 'granted' | 'claimed' | 'failed' | 'not_eligible' | 'expired' | 'revoked';
      };
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of grants. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['GrantPage'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rewards.player_not_found`: There is no such player */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.unavailable`: Keys cannot be looked up right now
       *
       *     `http.unavailable`: Something that this needs is away
       */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEvent: {
    readonly parameters: {
      readonly query?: {
        /** @description Whose event. Needed where several players used the same id. */
        readonly playerId?: string;
        /** @description The receipt of the 202, `<partition>:<offset>`: with it, an event that was accepted and not decided yet is told from one that never was. */
        readonly receipt?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description The event’s id. */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description What became of the event. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json':
            components['schemas']['DecidedEventDto'] | components['schemas']['AcceptedEventDto'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `events.not_found`: There is no such event */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `events.ambiguous_id`: Several players have an event of this id */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description Only what was sent for this player. */
        readonly playerId?: string;
        /** @description Only events of this type. */
        readonly type?: string;
        /** @description Only what this became of. */
        readonly status?: 'processed' | 'duplicate' | 'conflict' | 'late' | 'imported' | 'quarantined' | 'failed';
        /** @description Only what was decided then or later (`decidedAt`). */
        readonly from?: string;
        /** @description Only what was decided before. */
        readonly to?: string;
        readonly limit?: number;
        /** @description The `next` of a list with the same filters. */
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A part of the list. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EventListDto'];
        };
      };
      /** @description `events.invalid_cursor`: The cursor is not one of this list */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getActivity: {
    readonly parameters: {
      readonly query?: {
        /** @description How far back: in parts of a minute, of 15 minutes, and of 2 hours. */
        readonly range?: '1h' | '24h' | '7d';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The figures. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Activity'];
        };
      };
      /**
       * @description `auth.missing_credential`: This route needs a credential
       *
       *     `auth.invalid_credential`: The credential is not valid
       *
       *     `auth.expired_token`: The player token has expired
       *
       *     `auth.expired_key`: The key has expired
       */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `auth.csrf`: A session changes things only with the header x-laurel-csrf
       *
       *     `auth.forbidden`: The credential does not reach this
       */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.invalid_input`: The input breaks a rule */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.rate_limited`: Requests come too fast */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `http.headers_too_large`: The headers or the address are too large */
      readonly 431: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `auth.unavailable`: Keys cannot be looked up right now */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
