/** Generated from the OpenAPI document of the gateway; edit its routes. */

export interface paths {
    "/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller may still do
         * @description The budgets that requests with this credential are charged to, as this instance knows them, and the limits of sizes and counts of this gateway. Asking costs 1, as every request does.
         */
        get: operations["getLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket for the live feed
         * @description Stands for the credential that asks: a key, a player token or an operator’s session. Good for one connection within 30 s, at any instance: as `ticket` of an `auth` frame, or of `GET /v1/live/stream`. The connection ends when the credential does.
         */
        post: operations["createLiveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a topic as server-sent events
         * @description What a subscription of the WebSocket `/v1/live` sends, as `text/event-stream`: the type of a frame is the event, its data are the same bytes. A client that comes back with `Last-Event-ID` gets the changes since then, or a fresh snapshot. Every 15 s a comment shows that the stream is alive. It ends with an `error`, or with `bye`, after which the client comes back.
         */
        get: operations["openLiveStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the leaderboards
         * @description Those that are in force, with how they rank, and with the windows that run and their rows. A player token that was minted for some leaderboards can’t list them.
         */
        get: operations["listLeaderboards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a page of a leaderboard
         * @description Pages by cursor: rows that did not move are neither skipped nor shown twice. The first page is shared by all who ask for it and may be 100 ms old.
         */
        get: operations["getLeaderboardPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/around/{playerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rows around a player
         * @description As many rows above the player as below, a full page at the edges. A player who is not on the leaderboard has no rows around: `entries` is empty. While `warming`, it holds the player’s own row without a rank.
         */
        get: operations["getLeaderboardAroundPlayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/around": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rows around a score
         * @description As many rows above the place of the score as below, a full page at the edges: also for a score that nobody has, or that is better or worse than all. Where several have it, the first of them is in the middle.
         */
        get: operations["getLeaderboardAroundScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rows of some players: friends, or a clan
         * @description In the order of the leaderboard, each with its rank on the whole of it and among those who were asked for. Who is not on it is left out. While `warming`, rows have scores and no ranks.
         */
        get: operations["getLeaderboardPlayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the best percent of a leaderboard
         * @description At least one row, and all who share the rank of the last one.
         */
        get: operations["getLeaderboardTop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/ranks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rows of a range of ranks
         * @description Rows whose rank is within, both ends included; who shares a rank is in or out together.
         */
        get: operations["getLeaderboardRanks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rows of a range of scores
         * @description Rows whose score is within, both ends included, in rank order. `count` says how many there are in all.
         */
        get: operations["getLeaderboardScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/percentiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the scores at percentiles
         * @description What it takes to stand there: the last row before which no more than the rest of the leaderboard stands.
         */
        get: operations["getLeaderboardPercentiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{playerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one player’s standing: rank, score, columns, percentile, and the rank in each segment
         * @description A player who is not on the leaderboard is no error: `entry` is null. While `warming`, `entry` has the score and no rank.
         */
        get: operations["getStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{playerId}/league": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a player’s group in the league: tier, rank in the group, its rows, and who would move
         * @description Also of windows that have closed. A player who has had no result in the window has no seat yet: `seat` is null. While `warming`, `entries` holds the player’s own row without a rank.
         */
        get: operations["getLeague"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{playerId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read where a player ended in past windows
         * @description Final standings, the latest first, by cursor.
         */
        get: operations["getRankHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/leaderboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a player’s standings on all leaderboards
         * @description One call for a profile page. A player token that was minted for some leaderboards reads those one by one.
         */
        get: operations["getPlayerLeaderboards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the parts of a leaderboard
         * @description Those that players are in, by the beginning of their names: what can be asked for as `segment`. One that everybody has left may be listed still.
         */
        get: operations["listParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the windows of a leaderboard
         * @description Those that are open, and page by page those that have closed, the latest first; with `preview` the next ones too. A closed window is read like any other, by its key.
         */
        get: operations["listWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/windows/{window}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the final standings of a window
         * @description All rows in rank order, as lines of JSON or as CSV, however many there are. In CSV, a player id that a spreadsheet would take for a formula has a `'` in front.
         */
        get: operations["exportWindow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{playerId}/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how a player’s standing came to be
         * @description From event to rule, from rule to score, from score to rank: what moved the standing, the latest first, with orders about it and corrections, and what of the player is held back for a review. Asks for `events:read`.
         */
        get: operations["getTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a player: profile, status, stats and balances
         * @description With a player token, of its own player only.
         */
        get: operations["getPlayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search players
         * @description By id; all filters that are given must hold. A walk along `next` neither skips nor repeats players who stay what they are.
         */
        get: operations["listPlayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything that is held of a player
         * @description Lines of JSON, each with its `kind`: the `player`, every entry of the `ledger`, every `event` with what was sent and what it led to, and the `end` with the number of lines before it. An export without its end is not whole.
         */
        get: operations["exportPlayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments with the players that they have now
         * @description Those of the release in force. They are counted in one walk, some seconds ago at most; who changes during it counts as before or after.
         */
        get: operations["listSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the players of a segment */
        get: operations["getSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{key}/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the players of a segment
         * @description By id. A page looks at a limited number of players: it may be shorter than `limit`, or empty, while `next` is not null.
         */
        get: operations["listSegmentPlayers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a player was given, newest first
         * @description With a player token, of its own player only.
         */
        get: operations["listPlayerGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask what became of an event
         * @description Which rules matched, why others did not, and what it changed.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of events, newest first
         * @description By the time of their decision. A walk along `next` skips and repeats nothing of what was recorded when it began, whatever is recorded meanwhile.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how much happens: events, lag, refused effects and active players, over time
         * @description Counted where events are decided, and a few seconds old. Nothing is counted twice; what was decided in the last seconds before a scoring instance crashed may be missing. The history of events is exact: `GET /v1/events`.
         */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FieldProblem: {
            /**
             * @description JSON pointer to the place (RFC 6901); empty for the whole input.
             * @example /playerId
             */
            path: string;
            /**
             * @description The rule that is broken.
             * @example maxLength
             */
            rule: string;
            /** @description What is wrong, as a sentence. */
            message: string;
        };
        Problem: {
            /**
             * Format: uri-reference
             * @description Page that explains the code.
             * @example /errors/http.not_found
             */
            type: string;
            /** @description The same for every occurrence of the code. */
            title: string;
            /** @example 404 */
            status: number;
            /**
             * @description Stable name of the error: what programs compare.
             * @example http.not_found
             */
            code: string;
            /** @description What happened this time. */
            detail: string;
            /** @description Every problem of the input, by path. */
            errors?: components["schemas"]["FieldProblem"][];
            /**
             * @description Also in the `x-request-id` header.
             * @example req_0193…
             */
            requestId: string;
        };
        RateLimitDto: {
            /**
             * @description Whose budget it is; a request is charged to both.
             * @enum {string}
             */
            name: "credential" | "workspace";
            /**
             * @description What one window holds.
             * @example 500000
             */
            quota: number;
            /** @example 10 */
            windowSeconds: number;
            /**
             * @description What is left, this request counted.
             * @example 499999
             */
            left: number;
            /**
             * @description Until all is there again.
             * @example 7
             */
            resetSeconds: number;
        };
        FixedLimit: {
            /**
             * @description Stable name.
             * @example batch.items
             */
            name: string;
            /** @example 1000 */
            most: number;
            /** @enum {string} */
            unit: "bytes" | "items" | "per_second";
        };
        LimitsDto: {
            rates: components["schemas"]["RateLimitDto"][];
            fixed: components["schemas"]["FixedLimit"][];
        };
        LiveTicketDto: {
            /**
             * @description A secret, for one use.
             * @example lrt_kq0VhsdN0Wqf3nX7gk0cW2oEDxD0nT9hV3oZ7dJYwzs
             */
            ticket: string;
            /**
             * Format: date-time
             * @description Until when it can be used.
             */
            expiresAt: string;
        };
        BoardColumn: {
            /**
             * @description Key of the stat.
             * @example goal_difference
             */
            stat: string;
            /**
             * @description Which value is better: the greater one is with `desc`.
             * @enum {string}
             */
            order: "desc" | "asc";
        };
        BoardSplit: {
            /** @example country */
            key: string;
            /** @description Parts are called `<key>:<value>`, with the value of each of these attributes. */
            attributes?: string[];
            /** @description The part is called by the key: who is in this saved segment. */
            segment?: string;
        };
        RunningWindow: {
            /**
             * @description `all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.
             * @example 2026-W47
             */
            key: string;
            /**
             * Format: date-time
             * @description First moment inside; null: unbounded.
             */
            start: string | null;
            /**
             * Format: date-time
             * @description First moment after; null: unbounded.
             */
            end: string | null;
            /**
             * @description Zone by whose clock it begins and ends.
             * @example Europe/Berlin
             */
            timeZone: string;
            /** @description Whether it takes nothing more. */
            closed: boolean;
            /**
             * @description What its definition is called.
             * @example weekly
             */
            name: string;
            /** @description Rows; null while ranks are being rebuilt. */
            total: number | null;
        };
        ListedBoard: {
            /** @example premier-league */
            key: string;
            /**
             * @description Key of the stat that is ranked.
             * @example points
             */
            stat: string;
            /**
             * @description What a window keeps of the results of a player.
             * @enum {string}
             */
            aggregation: "sum" | "count" | "best" | "worst" | "first" | "last";
            /**
             * @description Which score is better.
             * @enum {string}
             */
            order: "desc" | "asc";
            /** @description What decides between equal scores, one after the other. */
            columns: components["schemas"]["BoardColumn"][];
            /**
             * @description What decides where these are equal too.
             * @enum {string}
             */
            then: "first_to_reach" | "last_to_reach" | "shared";
            /**
             * @description How rows that share a place are numbered.
             * @enum {string}
             */
            numbering: "ordinal" | "competition" | "dense";
            /** @description Names of its windows, as `window` of every read takes them. */
            windows: string[];
            /** @description How it is divided. */
            splits: components["schemas"]["BoardSplit"][];
            /** @description Name of the window that has a league; null: none has. */
            league: string | null;
            /** @description Neither player tokens nor publishable keys can read it. */
            serverOnly: boolean;
            /** @description The windows that run now, and the one that is shown to who names none. */
            running: components["schemas"]["RunningWindow"][];
        };
        LeaderboardPage: {
            /**
             * Format: date-time
             * @description What time it is in the workspace.
             */
            now: string;
            /** @description By key. */
            entries: components["schemas"]["ListedBoard"][];
            /** @description Cursor of the next page; null at the end. */
            next: string | null;
        };
        WindowDto: {
            /**
             * @description `all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.
             * @example 2026-W47
             */
            key: string;
            /**
             * Format: date-time
             * @description First moment inside; null: unbounded.
             */
            start: string | null;
            /**
             * Format: date-time
             * @description First moment after; null: unbounded.
             */
            end: string | null;
            /**
             * @description Zone by whose clock it begins and ends.
             * @example Europe/Berlin
             */
            timeZone: string;
            /** @description Whether it takes nothing more. */
            closed: boolean;
        };
        StandingRowDto: {
            /**
             * @description From 1; null while `warming`.
             * @example 1
             */
            rank: number | null;
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            score: number;
            /**
             * @description Values of the tie columns, by the key of their stat.
             * @example {
             *       "goal_difference": 41,
             *       "goals_for": 73
             *     }
             */
            columns: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
             */
            reachedAt: string | null;
        };
        BoardPageDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description In rank order. */
            entries: components["schemas"]["StandingRowDto"][];
            /** @description Cursor of the rows behind; null at the end and while `warming`. */
            next: string | null;
            /** @description Cursor of the rows before; null at the start and while `warming`. */
            prev: string | null;
        };
        BoardRowsDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description In rank order. */
            entries: components["schemas"]["StandingRowDto"][];
        };
        ListedRowDto: {
            /**
             * @description From 1; null while `warming`.
             * @example 1
             */
            rank: number | null;
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            score: number;
            /**
             * @description Values of the tie columns, by the key of their stat.
             * @example {
             *       "goal_difference": 41,
             *       "goals_for": 73
             *     }
             */
            columns: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
             */
            reachedAt: string | null;
            /**
             * @description Rank among those who were asked for; null while `warming`.
             * @example 1
             */
            listRank: number | null;
        };
        BoardListDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description In rank order, without those who are not on the leaderboard. */
            entries: components["schemas"]["ListedRowDto"][];
        };
        BoardSpanDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description In rank order. */
            entries: components["schemas"]["StandingRowDto"][];
            /** @description Cursor of the rows behind; null at the end and while `warming`. */
            next: string | null;
            /** @description Cursor of the rows before; null at the start and while `warming`. */
            prev: string | null;
            /** @description Rows that the range has, over all its pages; null while `warming`. */
            count: number | null;
        };
        PercentileDto: {
            /** @example 90 */
            percentile: number;
            /** @description The last row whose percentile is no less: its score is what it takes. Null on an empty leaderboard. */
            entry: components["schemas"]["StandingRowDto"] | null;
        };
        BoardPercentilesDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description In the order in which they were asked for. Empty while `warming`. */
            percentiles: components["schemas"]["PercentileDto"][];
        };
        SegmentRankDto: {
            /**
             * @description The part, as `segment` of every read takes it.
             * @example country:DE
             */
            segment: string;
            /** @example 1 */
            rank: number;
            /**
             * @description Rows in the part.
             * @example 12
             */
            total: number;
        };
        StandingEntryDto: {
            /**
             * @description From 1; null while `warming`.
             * @example 1
             */
            rank: number | null;
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            score: number;
            /**
             * @description Values of the tie columns, by the key of their stat.
             * @example {
             *       "goal_difference": 41,
             *       "goals_for": 73
             *     }
             */
            columns: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
             */
            reachedAt: string | null;
            /**
             * @description Percent of the rows that do not stand before this one, rounded down to two decimals: 100 for the first rank, 5 for the last of 20. Null while `warming`.
             * @example 95
             */
            percentile: number | null;
            /** @description Places in the parts that the player is in. Empty while `warming`, and where `segment` asks for one part. */
            segments: components["schemas"]["SegmentRankDto"][];
        };
        StandingDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description Null for a player who is not on the leaderboard. */
            entry: components["schemas"]["StandingEntryDto"] | null;
        };
        SeatDto: {
            /**
             * @description Key of the tier that the group is of.
             * @example silver
             */
            tier: string;
            /**
             * @description What players of one tier are kept apart by; absent where nothing does.
             * @example 1
             */
            band?: string;
            /**
             * @description Number of the group in tier and band.
             * @example 7
             */
            group: number;
        };
        ZonesDto: {
            /**
             * @description Rows of the group that would go up now.
             * @example 10
             */
            promoted: number;
            /**
             * @description Rows of the group that would go down now.
             * @example 10
             */
            relegated: number;
        };
        LeagueRowDto: {
            /**
             * @description From 1; null while `warming`.
             * @example 1
             */
            rank: number | null;
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            score: number;
            /**
             * @description Values of the tie columns, by the key of their stat.
             * @example {
             *       "goal_difference": 41,
             *       "goals_for": 73
             *     }
             */
            columns: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description Event time at which this result stood first; null where ties are shared, for time plays no part there.
             */
            reachedAt: string | null;
            /**
             * @description What the row leads to when the window closes so; null while `warming`.
             * @enum {string|null}
             */
            zone: "promotion" | "relegation" | "stay" | null;
        };
        LeagueDto: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /**
             * @description Key of the tier that the player’s next seat is in.
             * @example silver
             */
            tier: string;
            /** @description The player’s group in the window; null before the first result. */
            seat: components["schemas"]["SeatDto"] | null;
            /** @description Null without a seat, and while `warming`. */
            zones: components["schemas"]["ZonesDto"] | null;
            /** @description The player’s own row; null where there is none. */
            entry: components["schemas"]["LeagueRowDto"] | null;
            /** @description Rows of the group, the player among them, in rank order. */
            entries: components["schemas"]["LeagueRowDto"][];
        };
        RankHistoryDto: {
            /** @description A standing for each window that has ended, the latest first. `entry` is null where the player was not in it. */
            entries: components["schemas"]["StandingDto"][];
            /** @description Cursor of the windows before; null at the end. */
            next: string | null;
        };
        PlayerBoardsDto: {
            /** @example chelsea */
            playerId: string;
            /** @description The player’s standings in the windows that run, and in the one that a leaderboard without any shows; only those that the player is on. */
            leaderboards: components["schemas"]["StandingDto"][];
        };
        BoardPart: {
            /**
             * @description As `segment` of every read takes it.
             * @example country:DE
             */
            segment: string;
        };
        BoardParts: {
            /** @example premier-league */
            board: string;
            /**
             * @description Key of the window.
             * @example 2014-15
             */
            window: string;
            /** @description By name. */
            entries: components["schemas"]["BoardPart"][];
            /** @description There are more that begin so. */
            hasMore: boolean;
        };
        ListedWindow: {
            /**
             * @description `all`, the key of a season, or a period: `2026-11-20`, `2026-W47`, `2026-11`.
             * @example 2026-W47
             */
            key: string;
            /**
             * Format: date-time
             * @description First moment inside; null: unbounded.
             */
            start: string | null;
            /**
             * Format: date-time
             * @description First moment after; null: unbounded.
             */
            end: string | null;
            /**
             * @description Zone by whose clock it begins and ends.
             * @example Europe/Berlin
             */
            timeZone: string;
            /** @description Whether it takes nothing more. */
            closed: boolean;
            /**
             * @description What its definition is called.
             * @example weekly
             */
            name: string;
            /**
             * @description `running`; `grace`: it has ended, and still takes late results of its time; `closing`: it takes nothing more, and its standings are being kept; `final`; `expired`: its rows are kept no longer (`keepWindows`).
             * @enum {string}
             */
            state: "upcoming" | "running" | "grace" | "closing" | "final" | "expired";
            /**
             * Format: date-time
             * @description From when on it takes no results, its end and the grace of the leaderboard; null: it never closes.
             */
            closesAt: string | null;
            /** @description Rows that it ended with; of `final` ones. */
            total?: number;
            /**
             * @description Why it closed; of `closing` and `final` ones.
             * @enum {string}
             */
            ending?: "ended" | "schedule_changed";
        };
        WindowPage: {
            /** @example premier-league */
            board: string;
            /**
             * Format: date-time
             * @description What time it is in the workspace.
             */
            now: string;
            /** @description Those that take results: running, or in their grace. */
            open: components["schemas"]["ListedWindow"][];
            /** @description The next of each definition, if asked for. */
            upcoming: components["schemas"]["ListedWindow"][];
            /** @description Those that have closed, the latest first. */
            entries: components["schemas"]["ListedWindow"][];
            /** @description Cursor of the page of earlier windows. */
            next: string | null;
        };
        TrailFlagDto: {
            /** @example points */
            stat: string;
            /**
             * @description The bound of plausibility that they would pass.
             * @enum {string}
             */
            bound: "min" | "max" | "perHour";
            /**
             * @description Events that wait for a review.
             * @example 3
             */
            events: number;
        };
        TrailCorrection: {
            /** @example Played with a hacked client. */
            reason: string;
            /**
             * @description The key or operator who gave it.
             * @example key_0198c2f0
             */
            by: string;
            /** @enum {string} */
            kind: "hide" | "unhide" | "remove" | "adjust";
            /** Format: date-time */
            at: string;
            /**
             * @description Rank until then.
             * @example 4
             */
            rankBefore: number | null;
            /**
             * @description Rank since then.
             * @example 7
             */
            rankAfter: number | null;
        };
        TrailRecordingDto: {
            /**
             * @description The rule that matched; empty where none asked for it.
             * @example win
             */
            rule: string;
            /** @example points */
            stat: string;
            /** @example 3 */
            amount: number;
        };
        TrailScoreDto: {
            /** @example 87 */
            score: number;
            /**
             * @example {
             *       "goal_difference": 41
             *     }
             */
            columns: {
                [key: string]: number;
            };
        };
        TrailOrderDto: {
            /** @example Played with a hacked client. */
            reason: string;
            /**
             * @description The key or operator who gave it.
             * @example key_0198c2f0
             */
            by: string;
        };
        TrailHeldBackDto: {
            /** @example points */
            stat: string;
            /** @enum {string} */
            bound: "min" | "max" | "perHour";
            /** @example 100 */
            limit: number;
            /** @example 5000 */
            amount: number;
        };
        TrailRefusalDto: {
            /** @example scoring.window_closed */
            code: string;
            /** @example premier-league (2026-W46) has closed */
            detail: string;
        };
        TrailStep: {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @example match_played */
            type: string;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            decidedAt: string;
            /**
             * @description Release that decided it.
             * @example 12
             */
            release: number;
            /** @description What rules recorded of the leaderboard’s stats. */
            recorded: components["schemas"]["TrailRecordingDto"][];
            /** @description The entry after it; null where it took the player off. Absent where it changed nothing here. */
            standing?: components["schemas"]["TrailScoreDto"] | null;
            /** @description Of an order about the standing. */
            order?: components["schemas"]["TrailOrderDto"];
            /** @description Why it was held back for a review, and counts for nothing. */
            heldBack?: components["schemas"]["TrailHeldBackDto"];
            /** @description Of an order: why it was not carried out. */
            refused?: components["schemas"]["TrailRefusalDto"][];
        };
        StandingTrail: {
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            window: components["schemas"]["WindowDto"];
            /**
             * @description The part that was asked for: ranks and total are of it. Absent where it was the whole leaderboard.
             * @example country:DE
             */
            segment?: string;
            /**
             * Format: date-time
             * @description When the latest change that the ranks hold was decided; null on an empty leaderboard and while `warming`.
             */
            asOf: string | null;
            /** @description True while ranks are being rebuilt or cannot be reached: no rank is given then. Ask again. */
            warming?: boolean;
            /** @description Rows in the window, or in the part of it; null while `warming`. */
            total: number | null;
            /** @description Null for a player who is not on the leaderboard. */
            entry: components["schemas"]["StandingEntryDto"] | null;
            /** @description What is suspicious of the player: events that are held back, by the bound that they would pass. */
            flags: components["schemas"]["TrailFlagDto"][];
            /** @description Of a window that has ended, the earliest first. */
            corrections: components["schemas"]["TrailCorrection"][];
            /** @description The latest first. */
            steps: components["schemas"]["TrailStep"][];
            /** @description Cursor of the steps before; null at the beginning. */
            next: string | null;
        };
        Player: {
            /** @example arsenal */
            playerId: string;
            /**
             * @description The name that is shown.
             * @example Arsenal
             */
            name?: string;
            /**
             * Format: uri
             * @example https://example.com/arsenal.png
             */
            avatarUrl?: string;
            /**
             * @description IANA name of the player’s time zone.
             * @example Europe/London
             */
            timeZone?: string;
            /**
             * @description What you know of the player, by keys of your own.
             * @example {
             *       "city": "London",
             *       "founded": 1886
             *     }
             */
            attributes: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Events of a player who is not `active` are recorded and lead to nothing. Who is `banned` or `merged` is on no leaderboard; what a `merged` player had is another player’s.
             * @enum {string}
             */
            status: "active" | "suspended" | "banned" | "merged";
            /** @description Why the player is not active; not shown to player tokens. */
            statusReason?: string;
            /**
             * @description Who has what was the player’s; of `merged` players alone. Not shown to player tokens.
             * @example arsenal
             */
            mergedInto?: string;
            /**
             * Format: date-time
             * @description Since when the player is not active.
             */
            statusSince?: string;
            /**
             * @description Values by the key of the stat: those of the released configuration that the player has. In units of the scale of each: 9999 under a scale of 2 is 99.99.
             * @example {
             *       "points": 75,
             *       "goal_difference": 35
             *     }
             */
            stats: {
                [key: string]: number;
            };
            /**
             * @description Balances by the key of the currency, in units of the scale of each.
             * @example {
             *       "coins": 71
             *     }
             */
            balances: {
                [key: string]: number;
            };
            /**
             * @description Titles that the player was given, sorted.
             * @example [
             *       "champion"
             *     ]
             */
            titles: string[];
            /**
             * @description How many of each item the player has; below zero it is a debt.
             * @example {
             *       "chest": 2
             *     }
             */
            items: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description When the first event or order was decided.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the latest event or order was decided.
             */
            updatedAt: string;
        };
        PlayerList: {
            entries: components["schemas"]["Player"][];
            /** @description Cursor of what follows; null at the end. */
            next: string | null;
        };
        CountedSegment: {
            /** @example vips */
            key: string;
            /** @example VIPs */
            name?: string;
            /**
             * @description Players of whatever status.
             * @example 42
             */
            count: number;
            /**
             * Format: date-time
             * @description When counting began: some seconds ago at most. Exact for who did not change meanwhile.
             */
            asOf: string;
            /** @description The release that defines it. */
            release: number;
        };
        CountedSegmentList: {
            entries: components["schemas"]["CountedSegment"][];
        };
        CurrencyPartDto: {
            /**
             * @description Key of the currency.
             * @example coins
             */
            currency: string;
            /** @description In units of the scale of the currency. */
            amount: number;
        };
        StatPartDto: {
            /**
             * @description Key of the stat.
             * @example xp
             */
            stat: string;
            /** @description In units of the scale of the stat. */
            amount: number;
        };
        TitlePartDto: {
            /** @example champion */
            title: string;
        };
        ItemPartDto: {
            /** @example chest */
            item: string;
            quantity: number;
        };
        GrantCauseDto: {
            /** @example scoring.player_not_active */
            code: string;
            detail: string;
        };
        GrantRevocationDto: {
            /** @description Why, for people. */
            reason: string;
            /** @description Id of who ordered it; not shown to player tokens. */
            by?: string;
        };
        Grant: {
            /** @example gr_5f2a9c1e0b7d4c3a8e6f1d2b3c4a5e6f */
            id: string;
            /**
             * @description Key of the reward schedule.
             * @example weekly-prizes
             */
            source: string;
            /**
             * @description Key of the leaderboard.
             * @example league
             */
            leaderboard: string;
            /**
             * @description Key of the window.
             * @example 2026-W47
             */
            window: string;
            /**
             * @description Part of the leaderboard; absent for the whole.
             * @example country:br
             */
            part?: string;
            /** @example arsenal */
            playerId: string;
            /**
             * @description Name of the tier.
             * @example podium
             */
            tier: string;
            /** @description The player’s final rank. */
            rank: number;
            /** @description The player’s final score. */
            score: number;
            /**
             * @description Keys of the rewards.
             * @example [
             *       "gold-chest"
             *     ]
             */
            rewards: string[];
            /** @description What they give together. */
            what: (components["schemas"]["CurrencyPartDto"] | components["schemas"]["StatPartDto"] | components["schemas"]["TitlePartDto"] | components["schemas"]["ItemPartDto"])[];
            /**
             * @description `pending`: waits until it is approved. `approved`: about to be paid. `granted`: paid or, with a `claimBy`, ready to be claimed. `claimed`: claimed and paid. `failed`: could not be paid, see `cause`. `not_eligible`: won and not given, see `cause`. `expired`: not claimed in time. `revoked`: taken back.
             * @enum {string}
             */
            state: "pending" | "approved" | "granted" | "claimed" | "failed" | "not_eligible" | "expired" | "revoked";
            /** @description Why it is not given, or could not be taken back. */
            cause?: components["schemas"]["GrantCauseDto"];
            /**
             * Format: date-time
             * @description Until when it can be claimed.
             */
            claimBy?: string;
            /** Format: date-time */
            claimedAt?: string;
            /**
             * Format: date-time
             * @description When it was paid.
             */
            paidAt?: string;
            /** @description That it is, or is to be, taken back. */
            revocation?: components["schemas"]["GrantRevocationDto"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        GrantPage: {
            entries: components["schemas"]["Grant"][];
            /** @description Cursor of older entries. */
            next: string | null;
            /** @description Cursor of newer entries. */
            prev: string | null;
        };
        RecordEffectDto: {
            /** @description The amount without boosts; absent where none applied. */
            base?: number;
            /**
             * @description Keys of the boosts that applied.
             * @example [
             *       "may-days"
             *     ]
             */
            boosts?: string[];
            /** @enum {string} */
            kind: "record";
            /** @description Key of the rule. */
            rule: string;
            /**
             * @description Key of the stat.
             * @example points
             */
            stat: string;
            /** @description What the event recorded. In units of its scale: 9999 under a scale of 2 is 99.99. */
            amount: number;
            /** @description The stat afterwards. */
            value: number;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        AwardEffectDto: {
            /** @description The amount without boosts; absent where none applied. */
            base?: number;
            /**
             * @description Keys of the boosts that applied.
             * @example [
             *       "may-days"
             *     ]
             */
            boosts?: string[];
            /**
             * @description `spend` took the amount out of the wallet.
             * @enum {string}
             */
            kind: "award" | "spend";
            /** @description Key of the rule. */
            rule: string;
            /**
             * @description Key of the currency.
             * @example coins
             */
            currency: string;
            /** @description What was paid or spent. In units of its scale: 9999 under a scale of 2 is 99.99. */
            amount: number;
            /** @description The balance afterwards. */
            balance: number;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        StandingEffectDto: {
            /** @enum {string} */
            kind: "standing";
            /**
             * @description Key of the leaderboard.
             * @example premier-league
             */
            board: string;
            /**
             * @description Key of the window.
             * @example 2014-15
             */
            window: string;
            /** @description The player’s score afterwards. */
            score: number;
            /** @description Tie columns afterwards, in the order the leaderboard declares. */
            columns: number[];
            /** Format: date-time */
            reachedAt: string;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        SetEffectDto: {
            /** @enum {string} */
            kind: "set";
            /** @description Key of the rule; empty where a void changed the attribute. */
            rule: string;
            /**
             * @description Key of the attribute.
             * @example tier
             */
            attribute: string;
            value: (string | number | boolean) | null;
            /** @description The attribute before; absent where there was none. */
            before?: string | number | boolean;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        TitleEffectDto: {
            /** @enum {string} */
            kind: "title";
            /** @description `laurel.grant`; empty where a merge brought it. */
            rule: string;
            /** @example champion */
            title: string;
            /** @description How often the player was given it; 0 where it is gone. */
            times: number;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        ItemEffectDto: {
            /** @enum {string} */
            kind: "item";
            /** @description `laurel.grant`; empty where a merge brought it. */
            rule: string;
            /** @example chest */
            item: string;
            /** @description How many were given; less than 0 where they were taken back. */
            quantity: number;
            /** @description How many the player has afterwards; below zero it is a debt. */
            count: number;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        EmitEffectDto: {
            /** @enum {string} */
            kind: "emit";
            /** @description Key of the rule. */
            rule: string;
            /**
             * @description Id of the event that followed: that of the event it followed from, the rule, and a number.
             * @example match-2014-08-16-arsenal~win~1
             */
            event: string;
            /**
             * @description Type of the event that followed.
             * @example level_up
             */
            type: string;
            /**
             * @description Properties of the event that followed.
             * @example {
             *       "level": 3
             *     }
             */
            properties: {
                [key: string]: (string | number | boolean) | null;
            };
            /** @description 1 for what followed from the event that was sent. */
            depth: number;
        };
        RefusedEffectDto: {
            /** @enum {string} */
            kind: "refused";
            /** @description Key of the rule. */
            rule: string;
            /** @description Why the effect could not be applied. */
            code: string;
            detail: string;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        RestatementEffectDto: {
            /** @enum {string} */
            kind: "restatement";
            /**
             * @description Key of the stat.
             * @example points
             */
            stat: string;
            /** @description The stat without the voided event; null where nothing of it remains. */
            value: number | null;
        };
        ReversalEffectDto: {
            /** @enum {string} */
            kind: "reversal";
            /**
             * @description Key of the currency.
             * @example coins
             */
            currency: string;
            /** @description What balances the voided event out: mostly negative. */
            amount: number;
            /** @description The balance afterwards; below zero it is a debt. */
            balance: number;
        };
        RemovalEffectDto: {
            /** @enum {string} */
            kind: "removal";
            /**
             * @description Key of the leaderboard that the player left.
             * @example premier-league
             */
            board: string;
            /**
             * @description Key of the window.
             * @example 2014-15
             */
            window: string;
        };
        HandedOverEffectDto: {
            /** @enum {string} */
            kind: "handed_over";
            /**
             * @description The player who has it from now on.
             * @example arsenal
             */
            into: string;
            /**
             * @description By the key of the stat.
             * @example {
             *       "points": 75
             *     }
             */
            stats: {
                [key: string]: number;
            };
            /**
             * @description By the key of the currency.
             * @example {
             *       "coins": 71
             *     }
             */
            balances: {
                [key: string]: number;
            };
        };
        FailureDto: {
            code: string;
            detail: string;
        };
        PassedBoundDto: {
            /**
             * @description Key of the stat.
             * @example points
             */
            stat: string;
            /** @enum {string} */
            bound: "min" | "max" | "perHour";
            /** @example 100 */
            limit: number;
            /**
             * @description What it records, or the hour comes to with it.
             * @example 150
             */
            amount: number;
        };
        RuleVerdictDto: {
            /**
             * @description Key of the rule.
             * @example win
             */
            rule: string;
            matched: boolean;
            /** @description Why it did not match; absent when it did. */
            reason?: string;
            /**
             * @description Id of the emitted event that it is of; absent for the one that was sent.
             * @example match-2014-08-16-arsenal~win~1
             */
            event?: string;
        };
        ReceiptDto: {
            /** @example 3 */
            partition: number;
            /** @example 1042 */
            offset: number;
        };
        VoidedDto: {
            /** Format: date-time */
            at: string;
            /** @example Played with a hacked client. */
            reason: string;
            /** @description Id of the key that ordered it. */
            by: string;
            /**
             * @description The void’s own id: an event of that id tells what it changed.
             * @example laurel.void.match-2014-08-16-arsenal
             */
            commandId: string;
        };
        ReviewDto: {
            /**
             * @description `rejected`: it never counts.
             * @enum {string}
             */
            verdict: "released" | "rejected";
            /** Format: date-time */
            at: string;
            /** @example The tournament counts double. */
            reason: string;
            /** @description Id of the key that ordered it. */
            by: string;
            /**
             * @description The review’s own id: an event of that id is its record.
             * @example laurel.review.match-2014-08-16-arsenal
             */
            commandId: string;
            /** @description What the event led to when it was let in. */
            effects: (components["schemas"]["RecordEffectDto"] | components["schemas"]["AwardEffectDto"] | components["schemas"]["StandingEffectDto"] | components["schemas"]["SetEffectDto"] | components["schemas"]["TitleEffectDto"] | components["schemas"]["ItemEffectDto"] | components["schemas"]["EmitEffectDto"] | components["schemas"]["RefusedEffectDto"] | components["schemas"]["RestatementEffectDto"] | components["schemas"]["ReversalEffectDto"] | components["schemas"]["RemovalEffectDto"] | components["schemas"]["HandedOverEffectDto"])[];
        };
        AttemptDto: {
            /**
             * @description `duplicate`: the same was sent again. `conflict`: something else was sent under this id. `failed`: it could not be decided then, and was sent again. None had an effect.
             * @enum {string}
             */
            status: "duplicate" | "conflict" | "failed";
            receipt: components["schemas"]["ReceiptDto"];
            /** Format: date-time */
            at: string;
        };
        DecidedEventDto: {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @example arsenal */
            playerId: string;
            /** @example match_played */
            type: string;
            /**
             * @description `late`: it happened longer ago than ids are remembered, and has no effect. `imported`: it happened in another system, and has no effect here. `quarantined`: it waits, or waited, for a review, and what that led to is in `review`. `failed`: it could not be decided, has no effect, and may be sent again.
             * @enum {string}
             */
            status: "processed" | "late" | "imported" | "quarantined" | "failed";
            /** @description Cause of a `failed`. */
            failure?: components["schemas"]["FailureDto"];
            /** @description Why it is `quarantined`. */
            heldBack?: components["schemas"]["PassedBoundDto"];
            /** @description The release that decided it; 0 where there was none. */
            release: number;
            /** @description The rules for this type of event: which matched, and why others did not. */
            rules: components["schemas"]["RuleVerdictDto"][];
            /** @description What it changed, in order. `restatement`, `reversal` and `removal` are of voids (`laurel.event_voided`), of merges of players and of grants that are taken back alone. */
            effects: (components["schemas"]["RecordEffectDto"] | components["schemas"]["AwardEffectDto"] | components["schemas"]["StandingEffectDto"] | components["schemas"]["SetEffectDto"] | components["schemas"]["TitleEffectDto"] | components["schemas"]["ItemEffectDto"] | components["schemas"]["EmitEffectDto"] | components["schemas"]["RefusedEffectDto"] | components["schemas"]["RestatementEffectDto"] | components["schemas"]["ReversalEffectDto"] | components["schemas"]["RemovalEffectDto"] | components["schemas"]["HandedOverEffectDto"])[];
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the gateway had it.
             */
            receivedAt: string;
            /**
             * Format: date-time
             * @description The time it was decided by: when the event log had it.
             */
            decidedAt: string;
            receipt: components["schemas"]["ReceiptDto"];
            /** @description It was taken back: its effects do not count any more. */
            voided?: components["schemas"]["VoidedDto"];
            /** @description It was held back, and somebody looked at it. */
            review?: components["schemas"]["ReviewDto"];
            /**
             * @description What was sent with it.
             * @example {
             *       "goalsFor": 2,
             *       "goalsAgainst": 1
             *     }
             */
            properties: {
                [key: string]: unknown;
            };
            /** @description Other messages of the same id and player, the newest 20. */
            attempts: components["schemas"]["AttemptDto"][];
        };
        AcceptedEventDto: {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @enum {string} */
            status: "accepted";
            receipt: components["schemas"]["ReceiptDto"];
        };
        RecordedEventDto: {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @example arsenal */
            playerId: string;
            /** @example match_played */
            type: string;
            /**
             * @description `processed`: decided, with all its effects. `duplicate`: the same was sent before under this id. `conflict`: something else was sent before under this id. `late`: it happened longer ago than ids are remembered. `imported`: it happened in another system. `quarantined`: it would have passed a bound of plausibility, and waits for a review. `failed`: it could not be decided, and may be sent again. Only `processed` has effects.
             * @enum {string}
             */
            status: "processed" | "duplicate" | "conflict" | "late" | "imported" | "quarantined" | "failed";
            /** @description Cause of a `failed`. */
            failure?: components["schemas"]["FailureDto"];
            /** @description Why it is `quarantined`. */
            heldBack?: components["schemas"]["PassedBoundDto"];
            /** @description The release that decided it; 0 where there was none. */
            release: number;
            /** @description The rules for this type of event: which matched, and why others did not. */
            rules: components["schemas"]["RuleVerdictDto"][];
            /** @description What it changed, in order. `restatement`, `reversal` and `removal` are of voids (`laurel.event_voided`), of merges of players and of grants that are taken back alone. */
            effects: (components["schemas"]["RecordEffectDto"] | components["schemas"]["AwardEffectDto"] | components["schemas"]["StandingEffectDto"] | components["schemas"]["SetEffectDto"] | components["schemas"]["TitleEffectDto"] | components["schemas"]["ItemEffectDto"] | components["schemas"]["EmitEffectDto"] | components["schemas"]["RefusedEffectDto"] | components["schemas"]["RestatementEffectDto"] | components["schemas"]["ReversalEffectDto"] | components["schemas"]["RemovalEffectDto"] | components["schemas"]["HandedOverEffectDto"])[];
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the gateway had it.
             */
            receivedAt: string;
            /**
             * Format: date-time
             * @description The time it was decided by: when the event log had it.
             */
            decidedAt: string;
            receipt: components["schemas"]["ReceiptDto"];
        };
        EventListDto: {
            /** @description One for each message of the event log: a duplicate or a conflict is an entry of its own. */
            entries: components["schemas"]["RecordedEventDto"][];
            /** @description Cursor of what is older; null at the end. One request reads a bounded part of the history: where a filter matches little, there may be fewer entries than asked for, or none, and still a `next`. */
            next: string | null;
        };
        LagDto: {
            /**
             * @description Half took no longer; null without any.
             * @example 42
             */
            p50: number | null;
            /**
             * @description 99 of 100 took no longer.
             * @example 128
             */
            p99: number | null;
        };
        ActivityFiguresDto: {
            /**
             * @description Events and orders, whatever became of them.
             * @example 1200
             */
            events: number;
            /**
             * @description The same by what became of them; no status without any.
             * @example {
             *       "processed": 1180,
             *       "duplicate": 18,
             *       "failed": 2
             *     }
             */
            byStatus: {
                [key: string]: number;
            };
            /**
             * @description Effects of rules that were refused.
             * @example 3
             */
            refused: number;
            /** @description From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short. */
            lagMs: components["schemas"]["LagDto"];
            /**
             * @description Different players of whom there were events: up to 512 exactly, more within a few percent.
             * @example 321
             */
            activePlayers: number;
        };
        ActivityNowDto: {
            /**
             * @description Events and orders, whatever became of them.
             * @example 1200
             */
            events: number;
            /**
             * @description The same by what became of them; no status without any.
             * @example {
             *       "processed": 1180,
             *       "duplicate": 18,
             *       "failed": 2
             *     }
             */
            byStatus: {
                [key: string]: number;
            };
            /**
             * @description Effects of rules that were refused.
             * @example 3
             */
            refused: number;
            /** @description From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short. */
            lagMs: components["schemas"]["LagDto"];
            /**
             * @description Different players of whom there were events: up to 512 exactly, more within a few percent.
             * @example 321
             */
            activePlayers: number;
            /**
             * @description Over how long: the minute that runs and the one before.
             * @example 92
             */
            seconds: number;
            /**
             * @description On average over that time.
             * @example 13.4
             */
            eventsPerSecond: number;
        };
        ActivityBucketDto: {
            /**
             * @description Events and orders, whatever became of them.
             * @example 1200
             */
            events: number;
            /**
             * @description The same by what became of them; no status without any.
             * @example {
             *       "processed": 1180,
             *       "duplicate": 18,
             *       "failed": 2
             *     }
             */
            byStatus: {
                [key: string]: number;
            };
            /**
             * @description Effects of rules that were refused.
             * @example 3
             */
            refused: number;
            /** @description From an event’s being accepted to its effects’ being committed, ms: at most a fifth too long, never too short. */
            lagMs: components["schemas"]["LagDto"];
            /**
             * @description Different players of whom there were events: up to 512 exactly, more within a few percent.
             * @example 321
             */
            activePlayers: number;
            /**
             * Format: date-time
             * @description First moment inside.
             */
            start: string;
        };
        Activity: {
            /** @enum {string} */
            range: "1h" | "24h" | "7d";
            /**
             * @description Length of a bucket, seconds.
             * @example 60
             */
            bucketSeconds: number;
            /**
             * Format: date-time
             * @description Start of the first bucket.
             */
            from: string;
            /**
             * Format: date-time
             * @description Now, as the gateway knows it.
             */
            to: string;
            /** @description Of the whole range. */
            total: components["schemas"]["ActivityFiguresDto"];
            now: components["schemas"]["ActivityNowDto"];
            /** @description Oldest first, without gaps; the last one still grows. */
            buckets: components["schemas"]["ActivityBucketDto"][];
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
    getLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Budgets and limits of the caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitsDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLiveTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveTicketDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openLiveStream: {
        parameters: {
            query: {
                /** @description `leaderboard:{key}`, `player:{id}` or `feed`. */
                topic: string;
                /** @description Of a leaderboard: key of a window, or name of its definition. */
                window?: string;
                /** @description Of a leaderboard. */
                view?: "top" | "around";
                /** @description Of a leaderboard: rows. */
                limit?: number;
                /** @description Of a leaderboard: whom to show the rows around. Of the feed: whose outcomes. */
                playerId?: string;
                /** @description Of a leaderboard: of this part of the board. */
                segment?: string;
                /** @description Of the feed: types of events, separated by commas. */
                types?: string;
                /** @description Of the feed: statuses of events, separated by commas. */
                statuses?: string;
                /** @description Of the feed: key of a rule that had an effect. */
                rule?: string;
                /** @description Of the feed: the share of outcomes that is sent; more than 0, at most 1. */
                sample?: number;
                /** @description Of `POST /v1/live/tickets`, where no `Authorization` can be sent. */
                ticket?: string;
                /** @description The id of the last event seen, where no `Last-Event-ID` can be sent. */
                lastEventId?: string;
            };
            header?: {
                /** @description The id of the last event seen; browsers send it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events: snapshot, resumed, delta, event, error, bye. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeaderboards: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
                /** @description Part of the key. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of leaderboards. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderboardPage"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardPage: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Rows at most. */
                limit?: number;
                /** @description A `next` or `prev` of this leaderboard and window. */
                cursor?: string;
                /** @description Rows to leave out at the start, instead of a cursor: leads to any place of a long leaderboard at once. Page on from there by cursors, for rows that move meanwhile are skipped or come twice otherwise. */
                offset?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the board. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardPageDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardAroundPlayer: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Rows at most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows around the player. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardRowsDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardAroundScore: {
        parameters: {
            query: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Rows at most. */
                limit?: number;
                /** @description The score, whether or not anyone has it. */
                score: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows around the score. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardRowsDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardPlayers: {
        parameters: {
            query: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Ids of 1 to 100 players, with commas between them. Repeat the parameter for ids that have commas. */
                ids: string;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of the players. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardListDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardTop: {
        parameters: {
            query: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Rows at most. */
                limit?: number;
                /** @description A `next` or `prev` of this list: same leaderboard, window, segment and range. */
                cursor?: string;
                /** @description Percent of the rows, with four decimals at most. */
                percent: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the best rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardSpanDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardRanks: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Rows at most. */
                limit?: number;
                /** @description A `next` or `prev` of this list: same leaderboard, window, segment and range. */
                cursor?: string;
                /** @description First rank. */
                from?: number;
                /** @description Last rank, included; default: that of the last row. */
                to?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardSpanDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardScores: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description Rows at most. */
                limit?: number;
                /** @description A `next` or `prev` of this list: same leaderboard, window, segment and range. */
                cursor?: string;
                /** @description Least score, included; default: any. */
                min?: number;
                /** @description Greatest score, included; default: any. */
                max?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardSpanDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeaderboardPercentiles: {
        parameters: {
            query: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
                /** @description 1 to 20 percentiles: more than 0, 100 at most, four decimals at most, with commas between them. */
                at: string;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows at the percentiles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardPercentilesDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStanding: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of a recurring one (`weekly`): then the one that runs. Default: the one that ends first of those that run, else the season that ended last, else `all`. */
                window?: string;
                /** @description A part of the leaderboard: `<split>:<value>` for a split by attributes, the key of a split by a saved segment. Ranks, totals and pages are then of that part. */
                segment?: string;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The standing of the player. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLeague: {
        parameters: {
            query?: {
                /** @description Key of a window of the league. Default: the one that runs. */
                window?: string;
                /** @description Rows of the group at most, the player in the middle. All of a larger group: `segment` of a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group of the player. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeagueDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRankHistory: {
        parameters: {
            query?: {
                /** @description Windows at most. */
                limit?: number;
                /** @description A `next` of the same player and leaderboard. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of final standings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankHistoryDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlayerLeaderboards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The standings of the player. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerBoardsDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParts: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of a recurring one. Default: that of a page. */
                window?: string;
                /** @description How they begin. */
                q?: string;
                /** @description At most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardParts"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWindows: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
                /** @description How many windows that are still to come are listed of each definition. Default: none. */
                preview?: number;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The windows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WindowPage"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportWindow: {
        parameters: {
            query?: {
                format?: "ndjson" | "csv";
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Key of a window that has closed. */
                window: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrail: {
        parameters: {
            query?: {
                /** @description Key of a window, or the name of its kind for the one that is running. Default: the one that is shown. */
                window?: string;
                /** @description Steps at most. */
                limit?: number;
                /** @description A `next` of the same trail. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                playerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The standing, and a part of its trail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingTrail"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The player. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlayers: {
        parameters: {
            query?: {
                /** @description The `next` of a list with the same filters. */
                cursor?: string;
                limit?: number;
                /** @description Only players with these attributes, as `attribute.<key>=<value>`: 5 and `5` are found alike. */
                attributes?: {
                    [key: string]: string;
                };
                /** @description Only players of this status. */
                status?: "active" | "suspended" | "banned" | "merged";
                /** @description Only players whose id, or whose name in whatever case, begins like this. Those found by id come first. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerList"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPlayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line for each thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, in the order of the program. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedSegmentList"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The segment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedSegment"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentPlayers: {
        parameters: {
            query?: {
                /** @description The `next` of a list of the same segment. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerList"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlayerGrants: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
                /** @description Only of this reward schedule: its key. */
                source?: string;
                /** @description Only of this leaderboard: its key. */
                leaderboard?: string;
                /** @description Only of this window: its key. */
                window?: string;
                /** @description Only in this state. */
                state?: "pending" | "approved" | "granted" | "claimed" | "failed" | "not_eligible" | "expired" | "revoked";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of grants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantPage"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: {
                /** @description Whose event. Needed where several players used the same id. */
                playerId?: string;
                /** @description The receipt of the 202, `<partition>:<offset>`: with it, an event that was accepted and not decided yet is told from one that never was. */
                receipt?: string;
            };
            header?: never;
            path: {
                /** @description The event’s id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of the event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedEventDto"] | components["schemas"]["AcceptedEventDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only what was sent for this player. */
                playerId?: string;
                /** @description Only events of this type. */
                type?: string;
                /** @description Only what this became of. */
                status?: "processed" | "duplicate" | "conflict" | "late" | "imported" | "quarantined" | "failed";
                /** @description Only what was decided then or later (`decidedAt`). */
                from?: string;
                /** @description Only what was decided before. */
                to?: string;
                limit?: number;
                /** @description The `next` of a list with the same filters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventListDto"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: {
                /** @description How far back: in parts of a minute, of 15 minutes, and of 2 hours. */
                range?: "1h" | "24h" | "7d";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Refused: a problem says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
