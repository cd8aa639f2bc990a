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
    "/v1/events/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event back
         * @description Stats, balances and leaderboards become what the player’s other events lead to, each decided again by the release of its time; balances by compensating ledger entries. The history keeps the event and the void. It can’t be undone: the event’s id stays used. Ordered again, it answers the same and has no further effect; the first reason stands.
         */
        post: operations["voidEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that wait for a review, the longest waiting first
         * @description They would have passed a bound of plausibility of a stat, and have no effect. An event leaves the list when it is released or rejected; `GET /v1/events/{id}` tells of it afterwards.
         */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an event in that was held back
         * @description It is decided now, as the event that it was, by the release in force, and no bound holds it back. Ordered again, it answers the same and has no further effect.
         */
        post: operations["releaseEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave out for good an event that was held back
         * @description It never counts. Ordered again, it answers the same.
         */
        post: operations["rejectEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that could not be processed, the latest first
         * @description Each was put aside with its cause, and the messages behind it went on. The latest 2,000 of each partition of the log are looked at; the command line reads all. A list may be two seconds old.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A message that could not be processed, with what it holds */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again that could not be processed
         * @description As it was, into its own partition. What failed is retried under its id; what was processed meanwhile is a duplicate, so twice is harmless. What still can’t be read is refused. The letter stays in the list.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide a player on a leaderboard
         * @description The player leaves the ranks in all open windows and stays off them in those to come; results count on, unseen. Who was behind moves up. With `window`, one that has ended: its final standings are corrected. Rewards that were granted for them stay.
         */
        post: operations["hideStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{id}/unhide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a hidden player again
         * @description The player is on the ranks again with all that was won meanwhile.
         */
        post: operations["unhideStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a player’s entry from a window
         * @description Results that come afterwards begin a new entry: hide or ban who should not come back. The stats behind the entry stay. In a window that has ended, the final standings are corrected.
         */
        post: operations["removeStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/players/{id}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust a player’s score in a window
         * @description Adds to the numbers of the entry, or sets them; an entry that is not there is made. The stats behind it stay, and later results build on the new numbers. In a window that has ended, the final standings are corrected.
         */
        post: operations["adjustStanding"];
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
        get?: never;
        /**
         * Set all that is known of a player
         * @description What is left out is known no longer. A player who is not there yet is created. Stats, balances and status stay as they are.
         */
        put: operations["replacePlayer"];
        post?: never;
        /**
         * Erase a player for good
         * @description State, history, ledger and what the audit log says of the player go; the player leaves every leaderboard, and who was behind moves up. Who was merged into the player is erased too. Nothing brings the player back: what is sent under this id afterwards is refused. All that stays is a keyed hash of the id. Export the player first if you have to hand the data over. The event log forgets by its retention.
         */
        delete: operations["erasePlayer"];
        options?: never;
        head?: never;
        /**
         * Change some of what is known of a player
         * @description What is left out stays, attributes each by itself; null takes away.
         */
        patch: operations["mergePlayer"];
        trace?: never;
    };
    "/v1/players/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a player
         * @description Events of the player are accepted and recorded from then on, and lead to nothing. What the player has stays, on leaderboards too.
         */
        post: operations["suspendPlayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ban a player
         * @description As a suspension, and the player leaves every leaderboard in all its windows; who was behind moves up. Stats and balances stay, and the entries are kept for a reinstatement.
         */
        post: operations["banPlayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate a player
         * @description Events count again from then on; those that came meanwhile do not. The player is on the leaderboards again as before.
         */
        post: operations["reinstatePlayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct balances and stats
         * @description Adds to what a player has, or takes away: all of it or, where a part is refused, nothing. Each balance moves by an entry of the ledger that says why and by whom, and none below zero. Leaderboards that sum a stat move in the windows that run; a place on one of them alone is put right by adjusting it. Players who are suspended or banned can be corrected too.
         */
        post: operations["correctPlayer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import players from another system
         * @description Up to 1000 lines or 1 MiB of NDJSON, one player a line: send a file in as many requests as it takes. A line that is refused does not touch the others. Each player is taken over once under an import’s id, so whatever is sent again changes nothing; other content for the same player is recorded as a conflict and changes nothing either.
         */
        post: operations["importPlayers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a player into another one
         * @description For a guest who turns out to be somebody you know. Stats, balances, entries on leaderboards, used limits of rules and attributes that the other one lacks go over, each as if all had been the other one’s; the player is closed for good. The answer is the closed player; the other one follows within moments, and exactly once.
         */
        post: operations["mergePlayerInto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List releases, newest first */
        get: operations["listReleases"];
        put?: never;
        /**
         * Publish a release
         * @description The program in the body, or else the draft, which is then gone. Events are decided by the release in force where they stand in the log: this one, from `announcedAt` on.
         */
        post: operations["publishRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{release}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a release with its program */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{release}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how far the backfill of a release is
         * @description Stats and leaderboards with `"start": "recorded"` that begin with the release, anew or for the first time, are filled player by player with what was recorded before, while events go on.
         */
        get: operations["getBackfill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{from}/diff/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how a release differs from another
         * @description Where `to` is the older one, what rolling back to it would do.
         */
        get: operations["diffReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{release}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an earlier release again, as a new one
         * @description What has kept its shape since goes on. A stat or leaderboard that changed or was deleted since begins anew: `GET /v1/releases/{latest}/diff/{release}` says which.
         */
        post: operations["rollBackRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{release}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide an old release from lists
         * @description It is still found by its number, and what it decided stays as it is.
         */
        post: operations["archiveRelease"];
        /** Show an archived release in lists again */
        delete: operations["restoreRelease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promote a release to another environment of the tenant
         * @description Publishes its program there as the next release. Only the program crosses: no players, events, keys or drafts. With `dryRun`, only shows what would change; without, only onto the release of the target that was looked at.
         */
        post: operations["promoteRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all that a rule can be made of
         * @description The conditions and effects that this installation knows, each with the schema that validates it.
         */
        get: operations["getRuleCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the schema of a program
         * @description JSON Schema (draft 7) of the whole configuration, for editors and forms: `properties.rules.items` is that of a rule. What a schema can not say, `POST /v1/draft/validate` does.
         */
        get: operations["getProgramSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the draft: what the next release is to be */
        get: operations["getDraft"];
        /**
         * Replace the draft
         * @description The draft is then based on the latest release, also if others published since it was begun.
         */
        put: operations["putDraft"];
        post?: never;
        /**
         * Discard the draft
         * @description It is the latest release again.
         */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/draft/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what publishing the draft would change */
        get: operations["diffDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/draft/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List every problem of the draft
         * @description Or of a program that is not written yet, as if it were the draft. Nothing is changed.
         */
        post: operations["validateDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/draft/window-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show which windows definitions give
         * @description Before a leaderboard has them: by the clock of the workspace. Nothing is changed.
         */
        post: operations["previewWindows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/draft/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what publishing the draft would do to events
         * @description To one `event`, to the `last` recorded ones, or to those of a time (`from`, `to`): exactly one of these. Nothing is written. Recorded events are decided again as if the draft had been published right before the first of them; players start as the history before it leaves them, and what begins anew starts empty. Events that had no effect (duplicates, failed ones) have none here. With `accept: text/event-stream` it tells how far it is. It ends when the client goes away.
         */
        post: operations["dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{key}/windows/{window}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Let a window end at another time
         * @description Publishes the latest release with that end, and edits the draft likewise. Results that are decided before the release is in force are judged by the end as it was.
         */
        patch: operations["editWindow"];
        trace?: never;
    };
    "/v1/leaderboards/{key}/windows/{window}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a window now
         * @description As letting it end at another time. After its grace it closes, and its standings are final.
         */
        post: operations["endWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's stats */
        get: operations["listStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's stats */
        get: operations["getStat"];
        /** Create or replace one of the draft's stats */
        put: operations["putStat"];
        post?: never;
        /** Delete one of the draft's stats */
        delete: operations["deleteStat"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's stats
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchStat"];
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's rules */
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's rules */
        get: operations["getRule"];
        /** Create or replace one of the draft's rules */
        put: operations["putRule"];
        post?: never;
        /** Delete one of the draft's rules */
        delete: operations["deleteRule"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's rules
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchRule"];
        trace?: never;
    };
    "/v1/leaderboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's leaderboards */
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
        /** Get one of the draft's leaderboards */
        get: operations["getLeaderboard"];
        /** Create or replace one of the draft's leaderboards */
        put: operations["putLeaderboard"];
        post?: never;
        /** Delete one of the draft's leaderboards */
        delete: operations["deleteLeaderboard"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's leaderboards
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchLeaderboard"];
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's event-types */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's event-types */
        get: operations["getEventType"];
        /** Create or replace one of the draft's event-types */
        put: operations["putEventType"];
        post?: never;
        /** Delete one of the draft's event-types */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's event-types
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchEventType"];
        trace?: never;
    };
    "/v1/boosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's boosts */
        get: operations["listBoosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/boosts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's boosts */
        get: operations["getBoost"];
        /** Create or replace one of the draft's boosts */
        put: operations["putBoost"];
        post?: never;
        /** Delete one of the draft's boosts */
        delete: operations["deleteBoost"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's boosts
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchBoost"];
        trace?: never;
    };
    "/v1/currencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's currencies */
        get: operations["listCurrencys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's currencies */
        get: operations["getCurrency"];
        /** Create or replace one of the draft's currencies */
        put: operations["putCurrency"];
        post?: never;
        /** Delete one of the draft's currencies */
        delete: operations["deleteCurrency"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's currencies
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchCurrency"];
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's segments */
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
        /** Get one of the draft's segments */
        get: operations["getSegment"];
        /** Create or replace one of the draft's segments */
        put: operations["putSegment"];
        post?: never;
        /** Delete one of the draft's segments */
        delete: operations["deleteSegment"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's segments
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchSegment"];
        trace?: never;
    };
    "/v1/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's rewards */
        get: operations["listRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's rewards */
        get: operations["getReward"];
        /** Create or replace one of the draft's rewards */
        put: operations["putReward"];
        post?: never;
        /** Delete one of the draft's rewards */
        delete: operations["deleteReward"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's rewards
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchReward"];
        trace?: never;
    };
    "/v1/reward-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draft's reward-schedules */
        get: operations["listRewardSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-schedules/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of the draft's reward-schedules */
        get: operations["getRewardSchedule"];
        /** Create or replace one of the draft's reward-schedules */
        put: operations["putRewardSchedule"];
        post?: never;
        /** Delete one of the draft's reward-schedules */
        delete: operations["deleteRewardSchedule"];
        options?: never;
        head?: never;
        /**
         * Change one of the draft's reward-schedules
         * @description By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.
         */
        patch: operations["patchRewardSchedule"];
        trace?: never;
    };
    "/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what winners were given, newest first */
        get: operations["listGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a grant */
        get: operations["getGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve all that wait of a schedule and a window
         * @description Those that are to be claimed can be from then on; the others are paid.
         */
        post: operations["approveGrants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a grant
         * @description Of a schedule with `"approval": "manual"`. It answers the same again.
         */
        post: operations["approveGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a grant
         * @description One that waits for approval: it is `not_eligible` then.
         */
        post: operations["rejectGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again to pay a grant that failed
         * @description By itself it is tried again five times, with growing pauses.
         */
        post: operations["retryGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim a grant for its player
         * @description The player’s own client does it at the ingestion gateway. It answers the same again.
         */
        post: operations["claimGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a grant back
         * @description What was paid is balanced out by movements of its own: what was spent meanwhile is a debt. Leaderboards that are sums give it back while their window is open. What was not paid yet is given up. It answers the same again.
         */
        post: operations["revokeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reward-schedules/{key}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the windows that a reward schedule was for, newest first
         * @description With how far each is: who won, and what is given and still to be given. Empty before the first one ended.
         */
        get: operations["listRewardRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as an operator
         * @description The answer sets the session’s cookie, which is all that later requests need; those that are no GET send `x-laurel-csrf: 1` besides. A session ends an hour after its last request, and twelve after it began.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what that permits */
        get: operations["showSession"];
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Every instance refuses the session within five seconds.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/environment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch the session to another environment of the tenant
         * @description The answer sets a new cookie: requests with it reach the other workspace at once, on every instance.
         */
        put: operations["switchEnvironment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your own password
         * @description Ends all your sessions, on every instance within five seconds; the answer sets the cookie of a new one.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm an authenticator with a code of it
         * @description From then on signing in asks for a code. A code is taken once, also this one.
         */
        put: operations["confirmTotp"];
        /**
         * Begin to sign in with one-time codes of an authenticator
         * @description Codes are asked for once `PUT` has confirmed that the authenticator has the secret.
         */
        post: operations["enrolTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in without codes again
         * @description The recovery codes are void as well.
         */
        post: operations["removeOwnTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set your password with a one-time token
         * @description Ends all your sessions.
         */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tenant’s operators, newest first
         * @description Also disabled ones.
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Invite an operator
         * @description The answer shows a one-time token that sets the password within a day; nothing shows it again. Nobody gives more than they have, and only owners make owners.
         */
        post: operations["createOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an operator of the tenant */
        get: operations["getOperator"];
        put?: never;
        post?: never;
        /**
         * Remove an operator
         * @description Ends the operator’s sessions, on every instance within five seconds. The audit log keeps what they did.
         */
        delete: operations["removeOperator"];
        options?: never;
        head?: never;
        /**
         * Change an operator: name, roles, status
         * @description Other roles or another status end the operator’s sessions, on every instance within five seconds. Nobody gives or takes more than they have.
         */
        patch: operations["changeOperator"];
        trace?: never;
    };
    "/v1/operators/{id}/password-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give out a new one-time token that sets an operator’s password
         * @description For an invitation that ran out, and for a forgotten password. Earlier tokens are void; the password stays until it is set.
         */
        post: operations["renewPasswordToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{id}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let an operator sign in without codes again
         * @description For who lost the authenticator and the recovery codes.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List keys, newest first
         * @description Also expired and revoked ones, and no secret.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Create a key
         * @description The answer shows the key; nothing shows it again. A key opens no more than the one that makes it.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a key, without its secret */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description Every instance refuses it within five seconds. Revoking it again changes nothing. A key may revoke itself; the last secret key that works is revoked with `force` alone.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        /**
         * Rename a key
         * @description Its name is all that can be changed: for other permissions create another key.
         */
        patch: operations["renameKey"];
        trace?: never;
    };
    "/v1/keys/{id}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a key
         * @description Creates a key of the same name, kind and permissions. The old one works on for `overlapSeconds`, or until its own end if that is earlier: time to put the new one into use.
         */
        post: operations["rollKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/player-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mint a player token for a client, with a key */
        post: operations["mintPlayerToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was changed, newest first
         * @description Every write of this gateway that succeeded, by whom, and the same request’s id. Nothing in it can be changed.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the identity provider of the workspace */
        get: operations["getIdentityProvider"];
        /**
         * Take player tokens of your own identity provider
         * @description The gateways for events and queries then take them as they take minted ones. They hold for this workspace from within five seconds; tokens that were taken under other settings are checked anew.
         */
        put: operations["putIdentityProvider"];
        post?: never;
        /**
         * Take player tokens that Laurel minted alone
         * @description Tokens of the identity provider are refused within five seconds.
         */
        delete: operations["removeIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the time of the workspace
         * @description That of the world, but for a `dev` workspace whose clock was set.
         */
        get: operations["getClock"];
        /**
         * Set the clock of a dev workspace
         * @description Any time while nothing was recorded in the workspace, later only one that is still to come there. Windows of leaderboards that end by then close. Credentials, sessions and limits go by the time of the world, whatever a clock says.
         */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance the clock of a dev workspace
         * @description As setting it, by a time to go on by.
         */
        post: operations["advanceClock"];
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
        VoidEvent: {
            /**
             * @description Whose event.
             * @example arsenal
             */
            playerId: string;
            /**
             * @description Why, for people: it stays with the event.
             * @example Played with a hacked client.
             */
            reason: string;
        };
        ReceiptDto: {
            /** @example 3 */
            partition: number;
            /** @example 1042 */
            offset: number;
        };
        VoidAcceptedDto: {
            /**
             * @description The event that is taken back.
             * @example match-2014-08-16-arsenal
             */
            eventId: string;
            /**
             * @description The void’s own id: an event of that id tells what it changed.
             * @example laurel.void.match-2014-08-16-arsenal
             */
            commandId: string;
            /** @enum {string} */
            status: "accepted";
            /** @description Where the event log has the void. */
            receipt: components["schemas"]["ReceiptDto"];
        };
        QuarantinedEvent: {
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
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @example arsenal */
            playerId: string;
            /** @example match_played */
            type: string;
            /** Format: date-time */
            occurredAt: string;
            /**
             * Format: date-time
             * @description Since when it waits.
             */
            heldAt: string;
        };
        Quarantine: {
            entries: components["schemas"]["QuarantinedEvent"][];
            /** @description How many wait in all, of those that were asked for. */
            waiting: number;
            /** @description Cursor of those that wait less long; null at the end. */
            next: string | null;
        };
        ReviewEvent: {
            /**
             * @description Whose event.
             * @example arsenal
             */
            playerId: string;
            /**
             * @description Why, for people: it stays with the event.
             * @example Played with a hacked client.
             */
            reason: string;
        };
        ReviewAccepted: {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /**
             * @description The review’s own id: an event of that id tells what it led to.
             * @example laurel.review.match-2014-08-16-arsenal
             */
            commandId: string;
            /** @enum {string} */
            status: "accepted";
            /** @description Where the event log has the review. */
            receipt: components["schemas"]["ReceiptDto"];
        };
        DeadLetter: {
            /**
             * @description Partition and offset of the message in the event log.
             * @example 3:1042
             */
            id: string;
            /**
             * @description The code of an error, which has a page.
             * @example scoring.undecodable
             */
            cause: string;
            /** @example the message is not JSON */
            detail: string;
            /**
             * @description As far as the message tells.
             * @example arsenal
             */
            playerId: string | null;
            /**
             * @description As far as the message tells.
             * @example match-1
             */
            eventId: string | null;
            /**
             * Format: date-time
             * @description When it was put aside.
             */
            putAsideAt: string;
            /** @description How often it was published: more than once after a crash. */
            copies: number;
        };
        DeadLetterList: {
            entries: components["schemas"]["DeadLetter"][];
            /** @description How many there are in all, of those that were asked for. */
            total: number;
            /** @description Cursor of what is older; null at the end. */
            next: string | null;
        };
        OpenedDeadLetter: {
            /**
             * @description Partition and offset of the message in the event log.
             * @example 3:1042
             */
            id: string;
            /**
             * @description The code of an error, which has a page.
             * @example scoring.undecodable
             */
            cause: string;
            /** @example the message is not JSON */
            detail: string;
            /**
             * @description As far as the message tells.
             * @example arsenal
             */
            playerId: string | null;
            /**
             * @description As far as the message tells.
             * @example match-1
             */
            eventId: string | null;
            /**
             * Format: date-time
             * @description When it was put aside.
             */
            putAsideAt: string;
            /** @description How often it was published: more than once after a crash. */
            copies: number;
            /** @description The message as text, of which bytes that are not UTF-8 are replaced; null when it was empty. */
            content: string | null;
            /** @description How long what the letter holds is, in bytes. */
            bytes: number;
            /** @description Whether the letter holds only the beginning; the event log has the rest. */
            truncated: boolean;
        };
        DeadLetterReplayed: {
            /** @example 3:1042 */
            id: string;
            /** @description The event to look at, as far as the message tells. */
            eventId: string | null;
            playerId: string | null;
            /** @enum {string} */
            status: "accepted";
            /** @description Where the event log has the message now. */
            receipt: components["schemas"]["ReceiptDto"];
        };
        ModeratedEntryDto: {
            /** @example 2026-W47 */
            window: string;
            /** @example 84 */
            score: number;
            /**
             * @example {
             *       "goal_difference": 41
             *     }
             */
            columns: {
                [key: string]: number;
            };
            /** @description Whether the entry is on the ranks: not while hidden, banned, or joined without a result. */
            ranked: boolean;
        };
        ModeratedStanding: {
            /** @example premier-league */
            board: string;
            /** @example arsenal */
            playerId: string;
            /** @description Hidden in every open window, and in those to come. */
            hidden: boolean;
            /** @description Entries in windows that are open, by window key. */
            entries: components["schemas"]["ModeratedEntryDto"][];
        };
        CorrectedRowDto: {
            /** @example 4 */
            rank: number;
            /** @example 84 */
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
        CorrectedStanding: {
            /** @example premier-league */
            board: string;
            /** @example 2026-W46 */
            window: string;
            /** @example arsenal */
            playerId: string;
            /**
             * @description The window has ended: its final standings were corrected.
             * @enum {boolean}
             */
            closed: true;
            /** @description The row until then; null where there was none. */
            before: components["schemas"]["CorrectedRowDto"] | null;
            /** @description The row since then; null where there is none. */
            after: components["schemas"]["CorrectedRowDto"] | null;
        };
        StandingHiding: {
            /**
             * @description Why, for people: it stays in the player’s history.
             * @example Played with a hacked client.
             */
            reason: string;
            /**
             * @description A window that has ended, to hide the player there. Without it: every open window, and those to come.
             * @example 2026-W46
             */
            window?: string;
        };
        OrderPlaceDto: {
            /** @example 3 */
            partition: number;
            /** @example 1042 */
            offset: number;
        };
        OrderAccepted: {
            /** @example arsenal */
            playerId: string;
            /**
             * @description The order’s own id: an event of that id tells what became of it.
             * @example laurel.player.banned.msg_0198c2f0-5b5e-7c1a-9f3e-2d6b8a4c1e57
             */
            commandId: string;
            /** @enum {string} */
            status: "accepted";
            /** @description Where the event log has the order. */
            receipt: components["schemas"]["OrderPlaceDto"];
        };
        StandingRemoval: {
            /**
             * @description Why, for people: it stays in the player’s history.
             * @example Played with a hacked client.
             */
            reason: string;
            /**
             * @description Key of the window, or the name of its kind for the one that is running: `2026-W47`, `weekly`.
             * @example 2026-W47
             */
            window: string;
        };
        StandingAdjustment: {
            /**
             * @description Why, for people: it stays in the player’s history.
             * @example Played with a hacked client.
             */
            reason: string;
            /**
             * @description Key of the window, or the name of its kind for the one that is running: `2026-W47`, `weekly`.
             * @example 2026-W47
             */
            window: string;
            /**
             * @description Whether the numbers are added to those of the entry, or replace them.
             * @enum {string}
             */
            mode: "add" | "set";
            /**
             * @description As the leaderboard shows it; absent: stays.
             * @example -3
             */
            score?: number;
            /**
             * @description Of tie columns, by the key of their stat; those that are absent stay.
             * @example {
             *       "goal_difference": -3
             *     }
             */
            columns?: {
                [key: string]: number;
            };
        };
        PlayerProfile: {
            /** @example Arsenal */
            name?: string | null;
            /**
             * Format: uri
             * @description An http or https URL. Laurel never fetches it.
             * @example https://example.com/arsenal.png
             */
            avatarUrl?: string | null;
            /**
             * @description IANA name of the player’s time zone.
             * @example Europe/London
             */
            timeZone?: string | null;
            /**
             * @description What you know of the player, by keys of your own: slugs (lower case, digits, `_`, `-`). At most 64 in all; texts of up to 256 characters, numbers and booleans.
             * @example {
             *       "city": "London",
             *       "founded": 1886
             *     }
             */
            attributes?: {
                [key: string]: string | number | (boolean | null);
            } | null;
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
        PlayerStatusChange: {
            /**
             * @description Why, for people: it stays in the player’s history.
             * @example Played with a hacked client.
             */
            reason: string;
        };
        PlayerCorrection: {
            /**
             * @description Why, for people: it stays in the player’s history.
             * @example Played with a hacked client.
             */
            reason: string;
            /**
             * @description By currency, in its smallest units: how much is paid in, or taken out where it is less than 0.
             * @example {
             *       "coins": -250
             *     }
             */
            balances?: {
                [key: string]: number;
            };
            /**
             * @description By stat that is a `sum` or a `count`, in its smallest units: how much more, or less.
             * @example {
             *       "points": 3
             *     }
             */
            stats?: {
                [key: string]: number;
            };
        };
        PlayerErased: {
            /** @enum {string} */
            status: "erased";
            /**
             * @description What stands for the player from now on: a keyed hash of the id. The audit log names the erasure by it.
             * @example b7e23ec29af22b0b4e41da31e868d57226121c84e1a0d4c6a9b1e0f6f8f6f8f6
             */
            tombstone: string;
        };
        PlayerErasureAccepted: {
            /** @enum {string} */
            status: "accepted";
            /** @description What will stand for the player. */
            tombstone: string;
            /** @description Where the event log has the order. */
            receipt: components["schemas"]["OrderPlaceDto"];
        };
        ImportedPlayer: {
            /** @example Arsenal */
            name?: string | null;
            /**
             * Format: uri
             * @description An http or https URL. Laurel never fetches it.
             * @example https://example.com/arsenal.png
             */
            avatarUrl?: string | null;
            /**
             * @description IANA name of the player’s time zone.
             * @example Europe/London
             */
            timeZone?: string | null;
            /**
             * @description What you know of the player, by keys of your own: slugs (lower case, digits, `_`, `-`). At most 64 in all; texts of up to 256 characters, numbers and booleans.
             * @example {
             *       "city": "London",
             *       "founded": 1886
             *     }
             */
            attributes?: {
                [key: string]: string | number | (boolean | null);
            } | null;
            /** @example arsenal */
            playerId: string;
            /**
             * Format: date-time
             * @description When the totals were so, RFC 3339; the time of the request where it is left out. Windows of leaderboards go by it.
             * @example 2014-05-11T16:00:00Z
             */
            occurredAt?: string;
            /**
             * @description Paid into the wallet, by currency.
             * @example {
             *       "coins": 250
             *     }
             */
            balances?: {
                [key: string]: number;
            };
            /**
             * @description Recorded once, as one event would, by stat: a `sum` grows by it, a `max` takes it if it is more, a `count` grows by so many. Leaderboards that read the stats move.
             * @example {
             *       "points": 79,
             *       "goals": 68
             *     }
             */
            stats?: {
                [key: string]: number;
            };
            /**
             * @description What happened there, as events without `playerId`. Recorded with the status `imported`: they are in the player’s history, their ids count as seen, and no rule sees them.
             * @example [
             *       {
             *         "eventId": "match-2014-05-11",
             *         "type": "match_played",
             *         "occurredAt": "2014-05-11T14:00:00Z"
             *       }
             *     ]
             */
            history?: {
                [key: string]: unknown;
            }[];
        };
        LineProblemDto: {
            /**
             * @description JSON pointer into the line.
             * @example /stats/goals
             */
            path: string;
            /** @example reference */
            rule: string;
            /** @example there is no stat "goals" in the release in force */
            message: string;
        };
        RefusedLineDto: {
            /**
             * @description Blank lines are not counted.
             * @example 2
             */
            line: number;
            /** @example http.invalid_input */
            code: string;
            /** @example See `errors` for what to change. */
            detail: string;
            errors: components["schemas"]["LineProblemDto"][];
        };
        ImportedLines: {
            /**
             * @description Lines that are in the event log.
             * @example 998
             */
            accepted: number;
            rejected: components["schemas"]["RefusedLineDto"][];
        };
        Import: {
            /** @example from-the-old-system */
            importId: string;
            /**
             * @description `applied`: all that was taken so far is carried out.
             * @enum {string}
             */
            state: "applying" | "applied";
            /** @description Lines taken; a line that was sent twice counts twice. */
            accepted: number;
            rejected: number;
            /** @description Messages of the log up to its last one, at most. */
            remaining: number;
            /**
             * @description Id of the key that began it.
             * @example key_0198c2f0
             */
            by: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        PlayerMerge: {
            /**
             * @description Why, for people: it stays in the player’s history.
             * @example Played with a hacked client.
             */
            reason: string;
            /**
             * @description Your own id of the player who gets what this one has. One who is not known yet is created.
             * @example arsenal
             */
            into: string;
        };
        PublishRelease: {
            /**
             * @description The whole configuration: `{ stats, rules, leaderboards, eventTypes?, currencies?, boosts?, segments?, rewards?, rewardSchedules? }`. It is validated as a whole. Without it, the draft is published.
             * @example {
             *       "stats": [
             *         {
             *           "key": "points",
             *           "aggregation": "sum"
             *         }
             *       ],
             *       "rules": [
             *         {
             *           "key": "win",
             *           "on": [
             *             "match_won"
             *           ],
             *           "then": [
             *             {
             *               "effect": "record",
             *               "stat": "points",
             *               "amount": 3
             *             }
             *           ]
             *         }
             *       ],
             *       "leaderboards": [
             *         {
             *           "key": "league",
             *           "source": {
             *             "stat": "points"
             *           },
             *           "aggregation": "sum",
             *           "order": "desc",
             *           "windows": [
             *             {
             *               "kind": "all"
             *             }
             *           ]
             *         }
             *       ]
             *     }
             */
            program?: {
                [key: string]: unknown;
            };
            /**
             * @description What changed, for people.
             * @default
             */
            note: string;
        };
        Release: {
            /**
             * @description Counts up from 1 in each workspace.
             * @example 1
             */
            release: number;
            /** @description What its author wrote about it. */
            note: string;
            /** @description Id of the key that published it. */
            author: string;
            /** Format: date-time */
            publishedAt: string;
            /**
             * Format: date-time
             * @description When every partition had it; null while the event log cannot be reached. It decides events from then on.
             */
            announcedAt: string | null;
            /**
             * Format: date-time
             * @description Since when lists leave it out.
             */
            archivedAt: string | null;
            /** @description Stats, rules and leaderboards as published, with defaults written out. Publishing it again changes nothing. */
            program: {
                [key: string]: unknown;
            };
            /** @description Whether something begins with it that is filled with what was recorded before, or a leaderboard is divided into other parts: `GET …/backfill` tells how far. */
            backfill: boolean;
        };
        ReleaseSummary: {
            /**
             * @description Counts up from 1 in each workspace.
             * @example 1
             */
            release: number;
            /** @description What its author wrote about it. */
            note: string;
            /** @description Id of the key that published it. */
            author: string;
            /** Format: date-time */
            publishedAt: string;
            /**
             * Format: date-time
             * @description When every partition had it; null while the event log cannot be reached. It decides events from then on.
             */
            announcedAt: string | null;
            /**
             * Format: date-time
             * @description Since when lists leave it out.
             */
            archivedAt: string | null;
        };
        ReleasePage: {
            /** @description Newest first. */
            entries: components["schemas"]["ReleaseSummary"][];
            /** @description Cursor of the page of older releases. */
            next: string | null;
            /** @description Cursor of the page of newer releases. */
            prev: string | null;
        };
        BackfillPlayers: {
            /** @description To be filled; 0 until the release is in force everywhere. */
            total: number;
            /** @description Of them, those whose turn it is or was. */
            sent: number;
            /** @description Of them, at least so many are filled. */
            done: number;
        };
        Backfill: {
            release: number;
            /**
             * @description `none`: nothing begins with this release that is to begin with what was recorded before.
             * @enum {string}
             */
            state: "none" | "running" | "done";
            players: components["schemas"]["BackfillPlayers"];
            /**
             * Format: date-time
             * @description When all were filled.
             */
            finishedAt: string | null;
        };
        FieldChange: {
            /**
             * @description JSON pointer into the resource.
             * @example /then/0/amount
             */
            path: string;
            /**
             * @description Any JSON value; left out where there was nothing.
             * @example 3
             */
            before?: string | number | boolean | null | Record<string, unknown> | unknown[];
            /**
             * @description Any JSON value; left out where there is nothing.
             * @example 4
             */
            after?: string | number | boolean | null | Record<string, unknown> | unknown[];
        };
        ResourceChange: {
            /** @example win */
            key: string;
            fields: components["schemas"]["FieldChange"][];
        };
        KindDiff: {
            /** @example rules */
            kind: string;
            /** @description Resources that are new, whole. */
            added: {
                [key: string]: unknown;
            }[];
            /** @description Resources that are gone, whole. */
            removed: {
                [key: string]: unknown;
            }[];
            changed: components["schemas"]["ResourceChange"][];
            /** @description Whether those that both have stand in another order; rules act in theirs. */
            reordered: boolean;
        };
        Consequence: {
            /** @enum {string} */
            kind: "stats" | "leaderboards";
            /** @example league */
            key: string;
            /**
             * @description Starts from nothing; is deleted; loses a window; is moved by no rule any more.
             * @enum {string}
             */
            effect: "begins_anew" | "ends" | "window_ends" | "stands_still";
            /** @description The window that ends. */
            window?: string;
            /** @description Running leaderboards that read the stat. */
            leaderboards?: string[];
            /** @description Whether it is going on now. */
            running: boolean;
            /** @description The same as a sentence. */
            message: string;
        };
        Diff: {
            /** @description Release that is compared with; 0: none was published. */
            from: number;
            /** @description Release that is compared; null: the draft. */
            to: number | null;
            /** @description Only kinds that differ. Defaults count as if they were written out. */
            kinds: components["schemas"]["KindDiff"][];
            /** @description What becomes of what players have. */
            consequences: components["schemas"]["Consequence"][];
        };
        RollBackRelease: {
            /**
             * @description Why, for people.
             * @default
             */
            note: string;
        };
        PromoteRelease: {
            /**
             * @description Environment of the workspace whose credential this is.
             * @example dev
             * @enum {string}
             */
            from: "dev" | "staging" | "live";
            /**
             * @description Release of that workspace.
             * @example 1
             */
            release: number;
            /**
             * @description Environment of the same tenant that is to get it.
             * @example staging
             * @enum {string}
             */
            to: "dev" | "staging" | "live";
            /**
             * @description Why, for people.
             * @default
             */
            note: string;
            /**
             * @description Latest release of the target that you saw: `diff.from` of a dry run; 0: it has none. Required, unless it is a dry run. If another was published there since, the promotion is refused.
             * @example 4
             */
            expect?: number;
            /**
             * @description Only show what would change in the target.
             * @default false
             */
            dryRun: boolean;
        };
        Promotion: {
            /** @description `from` is the release of the target that was the latest, `to` the number that the promoted one gets there. */
            diff: components["schemas"]["Diff"];
            /** @description The release of the target; null in a dry run. */
            published: components["schemas"]["Release"] | null;
        };
        RuleCatalogEntry: {
            /**
             * @description A condition’s member that names it, as in `{"all": […]}`; what an effect’s `effect` says.
             * @example award
             */
            code: string;
            /** @example Award */
            title: string;
            description: string;
            /**
             * @description One that the schema takes; what it refers to is a program’s own.
             * @example {
             *       "effect": "award",
             *       "currency": "coins",
             *       "amount": 25
             *     }
             */
            example: {
                [key: string]: unknown;
            };
            /** @description JSON Schema (draft 7). It refers to `definitions` by `#/$defs/<name>`. */
            schema: {
                [key: string]: unknown;
            };
        };
        RuleCatalog: {
            /** @description Every kind of condition. */
            conditions: components["schemas"]["RuleCatalogEntry"][];
            /** @description Every kind of effect. */
            effects: components["schemas"]["RuleCatalogEntry"][];
            /** @description Schemas that those of conditions and effects refer to, by name. */
            definitions: {
                [key: string]: unknown;
            };
        };
        Draft: {
            /**
             * @description Whose draft it is: the workspace of the credential.
             * @example ws_0193
             */
            workspace: string;
            /**
             * @description Also the `etag`. `release-N` while nobody edited.
             * @example release-1
             */
            revision: string;
            /** @description Release that it was begun from; 0: there was none. */
            base: number;
            /** @description The latest release. Where it is not `base`, others published since, and the draft can not be. */
            latest: number;
            /**
             * Format: date-time
             * @description When it was edited last; null: never.
             */
            updatedAt: string | null;
            /** @description Id of the credential that edited it last. */
            updatedBy: string | null;
            /** @description As it was written. */
            program: {
                [key: string]: unknown;
            };
        };
        PutDraft: {
            /**
             * @description The whole configuration. It must have the shape of a program; what it refers to is checked later.
             * @example {
             *       "stats": [
             *         {
             *           "key": "points",
             *           "aggregation": "sum"
             *         }
             *       ],
             *       "rules": [
             *         {
             *           "key": "win",
             *           "on": [
             *             "match_won"
             *           ],
             *           "then": [
             *             {
             *               "effect": "record",
             *               "stat": "points",
             *               "amount": 3
             *             }
             *           ]
             *         }
             *       ],
             *       "leaderboards": [
             *         {
             *           "key": "league",
             *           "source": {
             *             "stat": "points"
             *           },
             *           "aggregation": "sum",
             *           "order": "desc",
             *           "windows": [
             *             {
             *               "kind": "all"
             *             }
             *           ]
             *         }
             *       ]
             *     }
             */
            program: {
                [key: string]: unknown;
            };
        };
        ValidateDraft: {
            /**
             * @description The program to look at, whole; without it, the draft.
             * @example {
             *       "stats": [
             *         {
             *           "key": "points",
             *           "aggregation": "sum"
             *         }
             *       ],
             *       "rules": [
             *         {
             *           "key": "win",
             *           "on": [
             *             "match_won"
             *           ],
             *           "then": [
             *             {
             *               "effect": "record",
             *               "stat": "points",
             *               "amount": 3
             *             }
             *           ]
             *         }
             *       ],
             *       "leaderboards": [
             *         {
             *           "key": "league",
             *           "source": {
             *             "stat": "points"
             *           },
             *           "aggregation": "sum",
             *           "order": "desc",
             *           "windows": [
             *             {
             *               "kind": "all"
             *             }
             *           ]
             *         }
             *       ]
             *     }
             */
            program?: {
                [key: string]: unknown;
            };
        };
        ProgramProblem: {
            /**
             * @description JSON pointer into the program.
             * @example /rules/0/then/0/stat
             */
            path: string;
            /** @example reference */
            rule: string;
            /** @example there is no stat "goals" in this program */
            message: string;
            /**
             * @description Page that explains the rules.
             * @example /errors/releases.invalid_program
             */
            page: string;
        };
        Validation: {
            /** @description Whether the draft can be published. */
            valid: boolean;
            /** @description Everything that keeps it from being published. */
            problems: components["schemas"]["ProgramProblem"][];
            /** @description What would end or begin anew though it is going on: allowed, and worth a second look. */
            warnings: components["schemas"]["Consequence"][];
        };
        PreviewWindows: {
            /**
             * @description As `windows` of a leaderboard.
             * @example [
             *       {
             *         "kind": "weekly",
             *         "timeZone": "Europe/Berlin"
             *       }
             *     ]
             */
            windows: {
                [key: string]: unknown;
            }[];
            /**
             * @description As that of a leaderboard.
             * @example 3600
             */
            graceSeconds?: number;
            /**
             * @description How many windows that are still to come are listed of each definition.
             * @default 10
             */
            count: number;
        };
        PreviewedWindow: {
            /** @example 2026-W47 */
            key: string;
            /**
             * @description What its definition is called.
             * @example weekly
             */
            name: string;
            /**
             * Format: date-time
             * @description First moment inside.
             */
            start: string | null;
            /**
             * Format: date-time
             * @description First moment after.
             */
            end: string | null;
            /** @example Europe/Berlin */
            timeZone: string;
            /**
             * Format: date-time
             * @description From when on it takes no results.
             */
            closesAt: string | null;
        };
        WindowPreview: {
            /**
             * Format: date-time
             * @description What time it is in the workspace.
             */
            now: string;
            /** @description Those that would be open now. */
            open: components["schemas"]["PreviewedWindow"][];
            /** @description The next of each definition. */
            upcoming: components["schemas"]["PreviewedWindow"][];
        };
        RuleVerdictOfTrial: {
            /**
             * @description Key of the rule.
             * @example win
             */
            rule: string;
            matched: boolean;
            /** @description Why it did not match; absent when it did. */
            reason?: string;
        };
        DecisionOfTrial: {
            /** @description The rules for this type of event. */
            rules: components["schemas"]["RuleVerdictOfTrial"][];
            /**
             * @description What it would change, in order, as `GET /v1/events/{id}` of the query gateway tells it: by `kind`, with the balance, the stat’s value or the score afterwards; `refused` with the code of why not.
             * @example [
             *       {
             *         "kind": "record",
             *         "rule": "win",
             *         "stat": "points",
             *         "amount": 3,
             *         "value": 45
             *       }
             *     ]
             */
            effects: {
                [key: string]: unknown;
            }[];
        };
        PlaceOfTrial: {
            /**
             * @description Null on a leaderboard of more players than are counted (`LAUREL_DRY_RUN_PLAYERS_IN_MEMORY`).
             * @example 3
             */
            rank: number | null;
            /** @example 45 */
            score: number;
            /** @description Tie columns, in the order that the leaderboard declares. */
            columns: number[];
        };
        BoardOfTrial: {
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
            /** @description Without the event; null where the player has no place. */
            now: components["schemas"]["PlaceOfTrial"] | null;
            /** @description Behind the event under the release in force. */
            before: components["schemas"]["PlaceOfTrial"] | null;
            /** @description Behind the event under the program that was tried; a leaderboard that begins anew is empty else. */
            after: components["schemas"]["PlaceOfTrial"] | null;
        };
        EventTrial: {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @example arsenal */
            playerId: string;
            /**
             * @description The release in force, which `before` is under; 0: none.
             * @example 4
             */
            release: number;
            before: components["schemas"]["DecisionOfTrial"];
            after: components["schemas"]["DecisionOfTrial"];
            /** @description Windows of leaderboards that the event would touch under either. */
            leaderboards: components["schemas"]["BoardOfTrial"][];
            /** @description What breaks the schema of its type in the program that was tried, where `validation` is `warn`. */
            warnings: {
                path: string;
                rule: string;
                message: string;
            }[];
        };
        MissOfRule: {
            /**
             * @description Why the rule did not match.
             * @example event.properties.goalsFor gt event.properties.goalsAgainst does not hold
             */
            reason: string;
            /** @example 473 */
            times: number;
        };
        VerdictsOfRule: {
            /**
             * @description Times that it matched.
             * @example 287
             */
            hits: number;
            /**
             * @description Times that it did not.
             * @example 473
             */
            misses: number;
            /** @description The ten commonest reasons. */
            reasons: components["schemas"]["MissOfRule"][];
        };
        RuleOfTrial: {
            /** @example win */
            key: string;
            before: components["schemas"]["VerdictsOfRule"];
            after: components["schemas"]["VerdictsOfRule"];
        };
        TotalOfTrial: {
            /** @example points */
            key: string;
            /** @example 1047 */
            before: number;
            /** @example 1233 */
            after: number;
        };
        RowOfTrial: {
            rank: number;
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            score: number;
            /** @description Tie columns, in the order that the leaderboard declares. */
            columns: number[];
        };
        MovedRowOfTrial: {
            rank: number;
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            score: number;
            /** @description Tie columns, in the order that the leaderboard declares. */
            columns: number[];
            /**
             * @description The rank before; null for who had none, or one below 1,000.
             * @example 2
             */
            rankBefore: number | null;
        };
        TopOfTrial: {
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
            /** @description Its top; empty where the program lacks it. */
            before: components["schemas"]["RowOfTrial"][];
            after: components["schemas"]["MovedRowOfTrial"][];
        };
        MoverOfTrial: {
            /** @example chelsea */
            playerId: string;
            /** @example 87 */
            before: number;
            /** @example 96 */
            after: number;
        };
        MovementOfTrial: {
            /** @enum {string} */
            kind: "currency" | "stat";
            /** @example points */
            key: string;
            /** @description Who would gain most. */
            gains: components["schemas"]["MoverOfTrial"][];
            /** @description Who would lose most. */
            losses: components["schemas"]["MoverOfTrial"][];
        };
        HistoryTrial: {
            /**
             * @description That were decided again: those that had effects.
             * @example 760
             */
            events: number;
            /**
             * @description That they are of.
             * @example 20
             */
            players: number;
            /**
             * Format: date-time
             * @description When the first was decided.
             */
            first: string | null;
            /**
             * Format: date-time
             * @description When the last was decided.
             */
            last: string | null;
            /**
             * @description Releases that decided them.
             * @example [
             *       4
             *     ]
             */
            releases: number[];
            /**
             * @description The release whose leaderboards are `before`.
             * @example 4
             */
            comparedWith: number;
            /** @description What each rule did and would have done. */
            rules: components["schemas"]["RuleOfTrial"][];
            /** @description Paid by these events in each currency, less what was spent and what voids took back. */
            currencies: components["schemas"]["TotalOfTrial"][];
            /** @description Recorded by these events into each stat. */
            stats: components["schemas"]["TotalOfTrial"][];
            /** @description Effects that were refused, by error code. */
            refused: components["schemas"]["TotalOfTrial"][];
            /** @description Each window of each leaderboard, behind the last of the events. */
            leaderboards: components["schemas"]["TopOfTrial"][];
            /** @description Who would have more or less; what moves nobody is left out. */
            movements: components["schemas"]["MovementOfTrial"][];
        };
        DryRun: {
            /**
             * @description The number that the program would get, were it published now.
             * @example 5
             */
            release: number;
            /**
             * @description The draft’s revision that was tried; null where a release was named.
             * @example release-4
             */
            revision: string | null;
            /** @description What one event would lead to; else null. */
            event: components["schemas"]["EventTrial"] | null;
            /** @description What recorded events would have led to; else null. */
            history: components["schemas"]["HistoryTrial"] | null;
        };
        DryRunOrder: {
            /** @description One event, as `POST /v1/events` takes it (however old). It starts from what its player has now; an id that was sent before is no duplicate here. */
            event?: {
                [key: string]: unknown;
            };
            /** @description The last so many recorded events; at most `LAUREL_DRY_RUN_MAX_EVENTS`, 100,000 unless that is set. */
            last?: number;
            /**
             * Format: date-time
             * @description Recorded events from here on, by the time at which the event log had them.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Their end, itself left out. Default: now.
             */
            to?: string;
            /** @description Try the program of this release, as if it were published again, instead of the draft. */
            release?: number;
            /**
             * @description Rows of each leaderboard and players who move that are told.
             * @default 10
             */
            top: number;
        };
        EditWindow: {
            /**
             * @description Why, for people.
             * @default
             */
            note: string;
            /**
             * Format: date-time
             * @description When it is to end: not in the past. A recurring window ends no later than where the next one begins.
             * @example 2026-12-24T18:00:00Z
             */
            end: string;
        };
        EditedWindow: {
            /** @example premier-league */
            board: string;
            /** @example 2026-W47 */
            window: string;
            /**
             * Format: date-time
             * @description First moment after the window.
             */
            end: string;
            /** @description The release by which it is so. */
            release: number;
            /**
             * Format: date-time
             * @description When every partition had it; null while the event log cannot be reached.
             */
            announcedAt: string | null;
        };
        EndWindow: {
            /**
             * @description Why, for people.
             * @default
             */
            note: string;
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
        ApproveGrants: {
            /**
             * @description Key of the reward schedule.
             * @example weekly-prizes
             */
            source: string;
            /**
             * @description Key of the window.
             * @example 2026-W47
             */
            window: string;
        };
        ApprovedGrants: {
            /** @description How many waited and are approved now. */
            approved: number;
        };
        GrantReason: {
            /**
             * @description Why, for people.
             * @example Played with two accounts.
             */
            reason: string;
        };
        RewardRunTotals: {
            /** @enum {string} */
            state: "pending" | "approved" | "granted" | "claimed" | "failed" | "not_eligible" | "expired" | "revoked";
            grants: number;
            /**
             * @description What they come to by the key of the currency, in units of its scale.
             * @example {
             *       "coins": 1500
             *     }
             */
            currencies: {
                [key: string]: number;
            };
        };
        RewardRun: {
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
            /** @description The release that says who wins what. */
            release: number;
            /**
             * @description `done` once every winner has a grant.
             * @enum {string}
             */
            state: "granting" | "done";
            /**
             * @description Winners by the name of the tier; empty while `granting`.
             * @example {
             *       "podium": 3
             *     }
             */
            winners: {
                [key: string]: number;
            };
            /** @description Grants by their state now. */
            totals: components["schemas"]["RewardRunTotals"][];
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt?: string;
        };
        RewardRunPage: {
            entries: components["schemas"]["RewardRun"][];
            /** @description Cursor of older entries. */
            next: string | null;
            /** @description Cursor of newer entries. */
            prev: string | null;
        };
        SignIn: {
            /** @example ann@example.com */
            email: string;
            /** Format: password */
            password: string;
            /**
             * @description Of your authenticator, or one of your recovery codes. Asked for where one was set up.
             * @example 123456
             */
            code?: string;
            /**
             * @description Where to begin. Default: the first of them that is open to you.
             * @enum {string}
             */
            environment?: "dev" | "staging" | "live";
        };
        SessionOperator: {
            /** @example op_01a1fc67-90f3-7712-93f3-6dda202dc8df */
            id: string;
            /** @example ann@example.com */
            email: string;
            /** @example Ann */
            name: string;
        };
        Session: {
            operator: components["schemas"]["SessionOperator"];
            /** @example acme */
            tenant: string;
            /**
             * @description The environment that requests of this session reach.
             * @enum {string}
             */
            environment: "dev" | "staging" | "live";
            /**
             * @description Its workspace.
             * @example ws_01a1fc67-90f3-7712-93f3-6dda202dc8df
             */
            workspace: string;
            /**
             * @description The operator’s role in it.
             * @enum {string}
             */
            role: "owner" | "admin" | "designer" | "analyst" | "support";
            /** @description What the role permits there. */
            permissions: ("events:write" | "events:read" | "events:void" | "events:review" | "boards:read" | "players:read" | "players:write" | "players:export" | "players:import" | "players:erase" | "rewards:read" | "rewards:write" | "rewards:claim" | "releases:read" | "releases:write" | "releases:promote" | "releases:dry_run" | "player_tokens:write" | "keys:read" | "keys:write" | "audit:read" | "identity_provider:read" | "identity_provider:write" | "clock:read" | "clock:write" | "operators:read" | "operators:write" | "session:own")[];
            /** @description Where the session can be switched to. */
            environments: ("dev" | "staging" | "live")[];
            /**
             * Format: date-time
             * @description When it ends at the latest.
             */
            endsAt: string;
        };
        SwitchEnvironment: {
            /** @enum {string} */
            environment: "dev" | "staging" | "live";
        };
        ChangePassword: {
            /**
             * Format: password
             * @description The one in use.
             */
            password: string;
            /** Format: password */
            newPassword: string;
        };
        ConfirmedByPassword: {
            /**
             * Format: password
             * @description The one in use.
             */
            password: string;
        };
        OfferedTotp: {
            /** @description For typing into an authenticator, base32. Shown this once. */
            secret: string;
            /**
             * @description The same, for a QR code.
             * @example otpauth://totp/Laurel:ann%40example.com?…
             */
            uri: string;
        };
        ConfirmTotp: {
            /** @example 123456 */
            code: string;
        };
        RecoveryCodes: {
            /**
             * @description Each signs in once, in place of a code. Shown this once: print them.
             * @example [
             *       "ABCD-EFGH-IJKL-MNOP"
             *     ]
             */
            recoveryCodes: string[];
        };
        SetPassword: {
            /** @description The one-time token that you were given. */
            token: string;
            /** Format: password */
            password: string;
        };
        OperatorRoles: {
            /**
             * @description In every environment that is not named besides.
             * @enum {string}
             */
            tenant?: "owner" | "admin" | "designer" | "analyst" | "support";
            /**
             * @description In dev only.
             * @enum {string}
             */
            dev?: "admin" | "designer" | "analyst" | "support";
            /**
             * @description In staging only.
             * @enum {string}
             */
            staging?: "admin" | "designer" | "analyst" | "support";
            /**
             * @description In live only.
             * @enum {string}
             */
            live?: "admin" | "designer" | "analyst" | "support";
        };
        CreateOperator: {
            /**
             * Format: email
             * @example ann@example.com
             */
            email: string;
            /** @example Ann */
            name: string;
            /**
             * @example {
             *       "tenant": "designer",
             *       "live": "analyst"
             *     }
             */
            roles: components["schemas"]["OperatorRoles"];
        };
        NewOperator: {
            /** @example op_01a1fc67-90f3-7712-93f3-6dda202dc8df */
            id: string;
            /** @example ann@example.com */
            email: string;
            /** @example Ann */
            name: string;
            roles: components["schemas"]["OperatorRoles"];
            /**
             * @description `invited` until the first password is set.
             * @enum {string}
             */
            status: "invited" | "active" | "disabled";
            /** @description Whether signing in asks for a one-time code. */
            hasTotp: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Who invited them; null for the command line. */
            createdBy: string | null;
            /** Format: date-time */
            lastSignInAt: string | null;
            /** @description Sets the operator’s password once, at `POST /v1/passwords`. Shown this once: hand it over in private. */
            passwordToken: string;
            /**
             * Format: date-time
             * @description Until when it does.
             */
            passwordTokenExpiresAt: string;
        };
        Operator: {
            /** @example op_01a1fc67-90f3-7712-93f3-6dda202dc8df */
            id: string;
            /** @example ann@example.com */
            email: string;
            /** @example Ann */
            name: string;
            roles: components["schemas"]["OperatorRoles"];
            /**
             * @description `invited` until the first password is set.
             * @enum {string}
             */
            status: "invited" | "active" | "disabled";
            /** @description Whether signing in asks for a one-time code. */
            hasTotp: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Who invited them; null for the command line. */
            createdBy: string | null;
            /** Format: date-time */
            lastSignInAt: string | null;
        };
        OperatorPage: {
            entries: components["schemas"]["Operator"][];
            /** @description Cursor of older ones. */
            next: string | null;
            /** @description Cursor of newer ones. */
            prev: string | null;
        };
        ChangeOperator: {
            name?: string;
            /** @description All of them: what is left out is taken away. */
            roles?: components["schemas"]["OperatorRoles"];
            /** @enum {string} */
            status?: "active" | "disabled";
        };
        PasswordToken: {
            /** @description Sets the operator’s password once, at `POST /v1/passwords`. Shown this once: hand it over in private. */
            passwordToken: string;
            /**
             * Format: date-time
             * @description Until when it does.
             */
            passwordTokenExpiresAt: string;
        };
        CreateKey: {
            /**
             * @description For people.
             * @example match servers
             */
            name: string;
            /**
             * @description `secret`: everything. `publishable`: reads boards, may be part of a client. `restricted`: what you choose.
             * @default restricted
             * @enum {string}
             */
            kind: "secret" | "publishable" | "restricted";
            /**
             * @description Of a restricted key, and only of one.
             * @example [
             *       "events:write"
             *     ]
             */
            permissions?: ("events:write" | "events:read" | "events:void" | "events:review" | "boards:read" | "players:read" | "players:write" | "players:export" | "players:import" | "players:erase" | "rewards:read" | "rewards:write" | "rewards:claim" | "releases:read" | "releases:write" | "releases:promote" | "releases:dry_run" | "player_tokens:write" | "keys:read" | "keys:write" | "audit:read" | "identity_provider:read" | "identity_provider:write" | "clock:read" | "clock:write")[];
            /**
             * Format: date-time
             * @description From then on it is refused. Default: no end.
             */
            expiresAt?: string;
        };
        NewKey: {
            /**
             * @description Part of the key as well.
             * @example key_01a1fc67-90f3-7712-93f3-6dda202dc8df
             */
            id: string;
            /**
             * @description Empty for a key that was made without one.
             * @example match servers
             */
            name: string;
            /** @enum {string} */
            kind: "secret" | "publishable" | "restricted";
            permissions: ("events:write" | "events:read" | "events:void" | "events:review" | "boards:read" | "players:read" | "players:write" | "players:export" | "players:import" | "players:erase" | "rewards:read" | "rewards:write" | "rewards:claim" | "releases:read" | "releases:write" | "releases:promote" | "releases:dry_run" | "player_tokens:write" | "keys:read" | "keys:write" | "audit:read" | "identity_provider:read" | "identity_provider:write" | "clock:read" | "clock:write")[];
            /** @enum {string} */
            status: "active" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            /** @description The key or operator that made it; null for the command line. */
            createdBy: string | null;
            /**
             * Format: date-time
             * @description Null while it has no end.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description The minute of its last use, a few seconds late; null if it was never used.
             */
            lastUsedAt: string | null;
            /** @description The key that replaces it. */
            rolledTo: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * @description The key itself, shown this once: keep it now. A publishable one may be part of a client; no other may.
             * @example lrl_live_pk_01a1fc67-90f3-7712-93f3-6dda202dc8df_…
             */
            key: string;
        };
        Key: {
            /**
             * @description Part of the key as well.
             * @example key_01a1fc67-90f3-7712-93f3-6dda202dc8df
             */
            id: string;
            /**
             * @description Empty for a key that was made without one.
             * @example match servers
             */
            name: string;
            /** @enum {string} */
            kind: "secret" | "publishable" | "restricted";
            permissions: ("events:write" | "events:read" | "events:void" | "events:review" | "boards:read" | "players:read" | "players:write" | "players:export" | "players:import" | "players:erase" | "rewards:read" | "rewards:write" | "rewards:claim" | "releases:read" | "releases:write" | "releases:promote" | "releases:dry_run" | "player_tokens:write" | "keys:read" | "keys:write" | "audit:read" | "identity_provider:read" | "identity_provider:write" | "clock:read" | "clock:write")[];
            /** @enum {string} */
            status: "active" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            /** @description The key or operator that made it; null for the command line. */
            createdBy: string | null;
            /**
             * Format: date-time
             * @description Null while it has no end.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description The minute of its last use, a few seconds late; null if it was never used.
             */
            lastUsedAt: string | null;
            /** @description The key that replaces it. */
            rolledTo: string | null;
            /** Format: date-time */
            revokedAt: string | null;
        };
        KeyPage: {
            entries: components["schemas"]["Key"][];
            /** @description Cursor of older keys. */
            next: string | null;
            /** @description Cursor of newer keys. */
            prev: string | null;
        };
        RenameKey: {
            /**
             * @description For people.
             * @example match servers
             */
            name: string;
        };
        RollKey: {
            /**
             * @description How long the old key works on.
             * @default 86400
             */
            overlapSeconds: number;
            /**
             * Format: date-time
             * @description End of the new key. Default: none.
             */
            expiresAt?: string;
        };
        MintPlayerToken: {
            /**
             * @description Your own id of the player.
             * @example arsenal
             */
            playerId: string;
            /**
             * @description `events:write` sends events of its own player, of types that take them from clients.
             * @default [
             *       "boards:read",
             *       "players:read",
             *       "events:write",
             *       "rewards:claim"
             *     ]
             */
            permissions: ("boards:read" | "players:read" | "events:write" | "rewards:claim")[];
            /**
             * @description Keys of the leaderboards that it reads. Default: all.
             * @example [
             *       "premier-league"
             *     ]
             */
            boards?: string[];
            /** @default 900 */
            expiresInSeconds: number;
        };
        PlayerToken: {
            /** @description Give it to the player’s client: it does what it was minted for, nothing else. */
            token: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expiresAt: string;
        };
        AuditActor: {
            /** @example secret_key */
            kind: string;
            /** @example key_01a1fc67-90f3-7712-93f3-6dda202dc8df */
            id: string;
        };
        AuditEntry: {
            /** @example aud_01a1fc67-90f3-7712-93f3-6dda202dc8df */
            id: string;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["AuditActor"];
            /** @example keys.create */
            action: string;
            /** @description What it was done to: an id, a key, a number. */
            target: string;
            /** @description As it was, where the action tells; no secret. Null otherwise. */
            before: Record<string, unknown> | null;
            /** @description As it became; no secret. Null otherwise. */
            after: Record<string, unknown> | null;
            /** @description `x-request-id` of the request that did it. */
            requestId: string;
        };
        AuditPage: {
            entries: components["schemas"]["AuditEntry"][];
            /** @description Cursor of older entries. */
            next: string | null;
            /** @description Cursor of newer entries. */
            prev: string | null;
        };
        PutIdentityProvider: {
            /**
             * @description `iss` of its tokens, to the letter.
             * @example https://id.example.com/
             */
            issuer: string;
            /**
             * @description `aud` of its tokens, or one of them. Issuer and audience together name the workspace: no other may have both.
             * @example my-game-live
             */
            audience: string;
            /**
             * Format: uri
             * @description Where its public keys are (RFC 7517): https, and a public address.
             * @example https://id.example.com/.well-known/jwks.json
             */
            jwksUrl: string;
            /**
             * @example [
             *       "RS256"
             *     ]
             */
            algorithms: ("RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512" | "EdDSA")[];
            /**
             * @description The claim with your id of the player.
             * @default sub
             */
            playerIdClaim: string;
            /**
             * @description What its tokens may do; the same as of minted ones.
             * @default [
             *       "boards:read",
             *       "players:read",
             *       "events:write",
             *       "rewards:claim"
             *     ]
             */
            permissions: ("boards:read" | "players:read" | "events:write" | "rewards:claim")[];
            /** @description Keys of the leaderboards that they read. Default: all. */
            boards?: string[];
        };
        IdentityProvider: {
            /**
             * @description `iss` of its tokens, to the letter.
             * @example https://id.example.com/
             */
            issuer: string;
            /**
             * @description `aud` of its tokens, or one of them. Issuer and audience together name the workspace: no other may have both.
             * @example my-game-live
             */
            audience: string;
            /**
             * Format: uri
             * @description Where its public keys are (RFC 7517): https, and a public address.
             * @example https://id.example.com/.well-known/jwks.json
             */
            jwksUrl: string;
            /**
             * @example [
             *       "RS256"
             *     ]
             */
            algorithms: ("RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512" | "EdDSA")[];
            /**
             * @description The claim with your id of the player.
             * @default sub
             */
            playerIdClaim: string;
            /**
             * @description What its tokens may do; the same as of minted ones.
             * @default [
             *       "boards:read",
             *       "players:read",
             *       "events:write",
             *       "rewards:claim"
             *     ]
             */
            permissions: ("boards:read" | "players:read" | "events:write" | "rewards:claim")[];
            /** @description Keys of the leaderboards that they read. Default: all. */
            boards?: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        Clock: {
            /**
             * Format: date-time
             * @description What time it is in the workspace. It goes on like any clock.
             */
            now: string;
            /** @description How far that is ahead of the world, ms; negative in the past. */
            offsetMs: number;
            /** @description Whether events are decided by it. False while the event log can’t be told. */
            announced: boolean;
        };
        SetClock: {
            /**
             * Format: date-time
             * @description What time it is to be. Before the first event any; later none that is past in the workspace.
             * @example 2014-08-16T15:00:00Z
             */
            now: string;
        };
        AdvanceClock: {
            /** @example 604800 */
            seconds: number;
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
    voidEvent: {
        parameters: {
            query?: {
                /** @description The receipt of the event’s 202, `<partition>:<offset>`: with it, an event that is not decided yet can be voided too. */
                receipt?: string;
            };
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The event’s id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidEvent"];
            };
        };
        responses: {
            /** @description The void is in the log and will be carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoidAcceptedDto"];
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
    listQuarantine: {
        parameters: {
            query?: {
                limit?: number;
                /** @description Only of this player. */
                playerId?: string;
                /** @description Only events of this type. */
                type?: string;
                /** @description Only those that passed a bound of this stat. */
                stat?: string;
                /** @description The `next` of a list with the same filters. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quarantine"];
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
    releaseEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The event’s id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewEvent"];
            };
        };
        responses: {
            /** @description The review is in the log and will be carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAccepted"];
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
    rejectEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The event’s id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewEvent"];
            };
        };
        responses: {
            /** @description The review is in the log and will be carried out. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAccepted"];
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
    listDeadLetters: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
                /** @description Only of this player. */
                playerId?: string;
                /** @description Only with this cause. */
                cause?: string;
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
                    "application/json": components["schemas"]["DeadLetterList"];
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
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Partition and offset of the message. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedDeadLetter"];
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
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Partition and offset of the message. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event log has the message again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterReplayed"];
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
    hideStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingHiding"];
            };
        };
        responses: {
            /** @description It was done: what the player has on the leaderboard now, or the correction of a window that has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStanding"] | components["schemas"]["CorrectedStanding"];
                };
            };
            /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    unhideStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingHiding"];
            };
        };
        responses: {
            /** @description It was done: what the player has on the leaderboard now, or the correction of a window that has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStanding"] | components["schemas"]["CorrectedStanding"];
                };
            };
            /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    removeStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingRemoval"];
            };
        };
        responses: {
            /** @description It was done: what the player has on the leaderboard now, or the correction of a window that has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStanding"] | components["schemas"]["CorrectedStanding"];
                };
            };
            /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    adjustStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingAdjustment"];
            };
        };
        responses: {
            /** @description It was done: what the player has on the leaderboard now, or the correction of a window that has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeratedStanding"] | components["schemas"]["CorrectedStanding"];
                };
            };
            /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    replacePlayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerProfile"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    erasePlayer: {
        parameters: {
            query?: {
                /** @description Why, for people: the audit log keeps it, and nothing else does. It must not name the player. */
                reason?: string;
            };
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The player is erased, now or since long. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerErased"];
                };
            };
            /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerErasureAccepted"];
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
    mergePlayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerProfile"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    suspendPlayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerStatusChange"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    banPlayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerStatusChange"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    reinstatePlayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerStatusChange"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    correctPlayer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerCorrection"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    importPlayers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What you call the import, a slug: lines under one id are taken over once. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What became of the lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedLines"];
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
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What you call the import, a slug: lines under one id are taken over once. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import so far. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
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
    mergePlayerInto: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Your own id of the player. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayerMerge"];
            };
        };
        responses: {
            /** @description The change was made: the player as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Player"];
                };
            };
            /** @description The change is in the event log and will be made; it was not within 5 seconds. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAccepted"];
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
    listReleases: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
                /** @description Archived releases too. */
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of releases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasePage"];
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
    publishRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description Publish the draft only if it is at this revision. Not together with a program. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRelease"];
            };
        };
        responses: {
            /** @description The release is published. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
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
    getRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
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
    getBackfill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
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
    diffReleases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                from: number;
                to: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences and what follows from them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
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
    rollBackRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                release: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollBackRelease"];
            };
        };
        responses: {
            /** @description The new release, with the earlier program. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
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
    archiveRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is archived. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseSummary"];
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
    restoreRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                release: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer archived. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseSummary"];
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
    promoteRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteRelease"];
            };
        };
        responses: {
            /** @description What would change; nothing did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
                };
            };
            /** @description It is published there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promotion"];
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
    getRuleCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCatalog"];
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
    getProgramSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. It refers to its own `$defs`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
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
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft, or the latest release as it is. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
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
    putDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutDraft"];
            };
        };
        responses: {
            /** @description The draft as it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
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
    deleteDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was edited is gone. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    diffDraft: {
        parameters: {
            query?: {
                /** @description Release to compare with; by default the latest. */
                against?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences and what follows from them. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
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
    validateDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ValidateDraft"];
            };
        };
        responses: {
            /** @description What was found, also if the draft is not valid. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
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
    previewWindows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewWindows"];
            };
        };
        responses: {
            /** @description The windows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WindowPreview"];
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
    dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunOrder"];
            };
        };
        responses: {
            /** @description What it would lead to. As an event stream: `progress` with the events that were `done` of the `total`, at most five times a second, then `result`, or `error` with the problem. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                    /**
                     * @example event: progress
                     *     data: {"done":300,"total":760}
                     *
                     *     event: result
                     *     data: {"release":5,"revision":"release-4","event":null,"history":{"events":760}}
                     */
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
    editWindow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Key of the window. */
                window: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditWindow"];
            };
        };
        responses: {
            /** @description The window ends then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedWindow"];
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
    endWindow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Key of the leaderboard. */
                key: string;
                /** @description Key of the window. */
                window: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndWindow"];
            };
        };
        responses: {
            /** @description The window has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedWindow"];
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
    listStats: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getStat: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putStat: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteStat: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchStat: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listRules: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getRule: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchRule: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getLeaderboard: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putLeaderboard: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteLeaderboard: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchLeaderboard: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listEventTypes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getEventType: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putEventType: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteEventType: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchEventType: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listBoosts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getBoost: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putBoost: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteBoost: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchBoost: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listCurrencys: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getCurrency: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putCurrency: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteCurrency: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchCurrency: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putSegment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteSegment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchSegment: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listRewards: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getReward: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putReward: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteReward: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchReward: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listRewardSchedules: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the program. */
                        entries: ({
                            key: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description Cursor of the next page. */
                        next: string | null;
                        /** @description Cursor of the page before. */
                        prev: string | null;
                    };
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
    getRewardSchedule: {
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
            /** @description As it was written. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    putRewardSchedule: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is replaced; it kept its place in the program. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description It is new, behind the others of its kind. */
            201: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    deleteRewardSchedule: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer in the draft. */
            204: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content?: never;
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
    patchRewardSchedule: {
        parameters: {
            query?: never;
            header: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description The `etag` that you read. A write to a draft that has moved on since is refused. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /**
                     * @description Revision of the draft: send it as `if-match` with the next write.
                     * @example "release-1"
                     */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    } & {
                        [key: string]: unknown;
                    };
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
    listGrants: {
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
                /** @description Only of this player. */
                playerId?: string;
            };
            header?: never;
            path?: never;
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
    getGrant: {
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
            /** @description The grant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
    approveGrants: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveGrants"];
            };
        };
        responses: {
            /** @description How many were approved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedGrants"];
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
    approveGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant as it is now; what follows is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
    rejectGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantReason"];
            };
        };
        responses: {
            /** @description The grant as it is now; what follows is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
    retryGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant as it is now; what follows is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
    claimGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant as it is now; what follows is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
    revokeGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantReason"];
            };
        };
        responses: {
            /** @description The grant as it is now; what follows is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
    listRewardRuns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of windows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardRunPage"];
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
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description The session. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
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
    showSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
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
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    switchEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchEnvironment"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
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
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description The new session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
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
    confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotp"];
            };
        };
        responses: {
            /** @description Recovery codes, for when the authenticator is lost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
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
    enrolTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmedByPassword"];
            };
        };
        responses: {
            /** @description The secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferedTotp"];
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
    removeOwnTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmedByPassword"];
            };
        };
        responses: {
            /** @description Signing in asks for the password alone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description You can sign in with it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listOperators: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of operators. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorPage"];
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
    createOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOperator"];
            };
        };
        responses: {
            /** @description The operator. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOperator"];
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
    getOperator: {
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
            /** @description The operator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
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
    removeOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no such operator any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    changeOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOperator"];
            };
        };
        responses: {
            /** @description The operator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
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
    renewPasswordToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordToken"];
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
    removeTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signing in asks for the password alone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    listKeys: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
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
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKey"];
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
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
    getKey: {
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
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
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
    revokeKey: {
        parameters: {
            query?: {
                /** @description Revoke even the last secret key of the workspace. */
                force?: "true" | "false";
            };
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    renameKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameKey"];
            };
        };
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
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
    rollKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollKey"];
            };
        };
        responses: {
            /** @description The new key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
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
    mintPlayerToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MintPlayerToken"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayerToken"];
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
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` or `prev` of another page of the same list. */
                cursor?: string;
                /** @description Only what this key, operator or player did: its id. */
                actor?: string;
                /** @description Only this action. */
                action?: string;
                /** @description Only what was done to this. */
                target?: string;
                /** @description Only what was done then or later. */
                from?: string;
                /** @description Only what was done before. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
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
    getIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
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
    putIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutIdentityProvider"];
            };
        };
        responses: {
            /** @description The identity provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
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
    removeIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no identity provider. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
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
    setClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetClock"];
            };
        };
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
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
    advanceClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further effect and is answered as the first time, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceClock"];
            };
        };
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
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
