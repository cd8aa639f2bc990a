// Generated from docs/openapi/ingestion-gateway.json.

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
  readonly '/v1/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send one event
     * @description Answered once the event log has the event on every in-sync replica. `content-encoding: gzip` is welcome. CloudEvents 1.0 come in structured or in binary mode (`ce-…` headers, the data as JSON): `source` and `id` become the event’s id, `subject` its player. Player tokens send types that the program opens to clients, for their own player.
     */
    readonly post: operations['acceptEvent'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/events/batch': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send many events
     * @description Up to 1,000 events or 1 MiB, before and after `content-encoding: gzip`. Each event is answered in its place; one that is refused does not touch the others. 503 means that none may be counted on: send all again with the same ids.
     */
    readonly post: operations['acceptBatch'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/leaderboards/{key}/windows/{window}/players/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Join a window of a leaderboard
     * @description For leaderboards with `"joining": "opt_in"`: results count from then on. The windows that are running can be joined, and the next one of each kind. A player token joins for its own player.
     */
    readonly post: operations['joinWindow'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/players/{id}/grants/{grantId}/claim': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Claim what a player was given
     * @description With a player token, of its own player only. It is paid within moments, and answers the same again.
     */
    readonly post: operations['claimPlayerGrant'];
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
    readonly RankChangeDto: {
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
      /** @description The rank before; null for a player who was not on the leaderboard, and while `warming`. */
      readonly before: number | null;
      /** @description The rank afterwards, as observed then: others move too. Null while `warming`. */
      readonly after: number | null;
      /**
       * @description Ranks can’t be told now, and are null.
       * @enum {boolean}
       */
      readonly warming?: true;
    };
    readonly OutcomeDto: {
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
      /**
       * @description Balances that it changed, as they were afterwards, by currency.
       * @example {
       *       "coins": 75
       *     }
       */
      readonly balances: {
        readonly [key: string]: number;
      };
      /**
       * @description Stats that it changed, as they were afterwards.
       * @example {
       *       "points": 42
       *     }
       */
      readonly stats: {
        readonly [key: string]: number;
      };
      /** @description One for each leaderboard and window that it changed; none for a `duplicate`, which changes nothing. */
      readonly ranks: readonly components['schemas']['RankChangeDto'][];
      /** @description What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same. */
      readonly warnings?: readonly {
        readonly path: string;
        readonly rule: string;
        readonly message: string;
      }[];
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
    readonly WindowJoined: {
      /** @example daily-cup */
      readonly board: string;
      readonly window: components['schemas']['WindowDto'];
      /** @example arsenal */
      readonly playerId: string;
      /** @enum {string} */
      readonly status: 'joined';
    };
    readonly OrderPlaceDto: {
      /** @example 3 */
      readonly partition: number;
      /** @example 1042 */
      readonly offset: number;
    };
    readonly OrderAccepted: {
      /** @example arsenal */
      readonly playerId: string;
      /**
       * @description The order’s own id: an event of that id tells what became of it.
       * @example laurel.player.banned.msg_0198c2f0-5b5e-7c1a-9f3e-2d6b8a4c1e57
       */
      readonly commandId: string;
      /** @enum {string} */
      readonly status: 'accepted';
      /** @description Where the event log has the order. */
      readonly receipt: components['schemas']['OrderPlaceDto'];
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
  readonly acceptEvent: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description `wait=N` (RFC 7240), N from 1 to 10 seconds: answers 200 with the outcome if it is there in time, and 202 as without otherwise; `Preference-Applied` says that it was waited for. For credentials that may read events (`events:read`). Anything else is ignored. */
        readonly Prefer?: string;
        /** @description Another place to say `eventId`. Not read with CloudEvents, which have an identity of their own. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /**
           * @description Identity of the event for its player: sent again, it has no further effect. Minted when absent. `laurel.` is reserved.
           * @example match-2014-08-16-arsenal
           */
          readonly eventId?: string;
          /**
           * @description snake_case, in dotted parts. `laurel.` is reserved.
           * @example match_played
           */
          readonly type: string;
          /**
           * @description Your own id of the player.
           * @example arsenal
           */
          readonly playerId: string;
          /**
           * @description When it happened, RFC 3339 with an offset. Default: when it arrived. Up to 5 minutes ahead becomes now; more is refused.
           * @example 2014-08-16T16:30:00Z
           */
          readonly occurredAt?: string;
          /**
           * @description What rules can read: at most 32 KB as JSON, 8 levels deep.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          readonly properties?: Record<string, unknown>;
        };
        readonly 'application/cloudevents+json': {
          /** @enum {string} */
          readonly specversion: '1.0';
          /**
           * @description Unique for its source.
           * @example 2014-08-16-arsenal
           */
          readonly id: string;
          /**
           * @description URI reference.
           * @example /matches
           */
          readonly source: string;
          /**
           * @description As of any event.
           * @example match_played
           */
          readonly type: string;
          /**
           * @description The player.
           * @example arsenal
           */
          readonly subject: string;
          /**
           * @description As `occurredAt`.
           * @example 2014-08-16T16:30:00Z
           */
          readonly time?: string;
          /**
           * @description JSON, if anything.
           * @example application/json
           */
          readonly datacontenttype?: string;
          /**
           * @description As `properties`.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          readonly data?: Record<string, unknown>;
        } & {
          readonly [key: string]: unknown;
        };
      };
    };
    readonly responses: {
      /** @description With `Prefer: wait`: what became of the event. */
      readonly 200: {
        headers: {
          /** @description The wait as it was asked for. */
          readonly 'Preference-Applied'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OutcomeDto'];
        };
      };
      /** @description The event is in the log and will be processed. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @example match-2014-08-16-arsenal */
            readonly eventId: string;
            /** @enum {string} */
            readonly status: 'accepted';
            /** @description Where the event log put it. */
            readonly receipt: {
              /** @example 3 */
              readonly partition: number;
              /** @example 1042 */
              readonly offset: number;
            };
            /** @description What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same. */
            readonly warnings?: readonly {
              readonly path: string;
              readonly rule: string;
              readonly message: string;
            }[];
          };
        };
      };
      /** @description `events.malformed`: The body is not JSON */
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
       *     `events.other_player`: The event is of another player
       *
       *     `events.type_not_for_clients`: Clients may not send this type of event
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
       * @description `events.too_large`: The batch is too large
       *
       *     `http.body_too_large`: The body is too large
       */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `events.unsupported_body`: The body has an unsupported type or encoding */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `events.schema_violation`: The event breaks the schema of its type
       *
       *     `events.invalid`: The event breaks a rule
       *
       *     `events.in_future`: The event lies in the future
       *
       *     `events.too_old`: The event happened too long ago
       */
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
       *     `events.player_rate_limited`: Events of this player come too fast
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
       *     `kafka.unavailable`: The event log can not be written now
       *
       *     `events.types_unavailable`: The release in force can’t be looked up
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
  readonly acceptBatch: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': readonly {
          /**
           * @description Identity of the event for its player: sent again, it has no further effect. Minted when absent. `laurel.` is reserved.
           * @example match-2014-08-16-arsenal
           */
          readonly eventId?: string;
          /**
           * @description snake_case, in dotted parts. `laurel.` is reserved.
           * @example match_played
           */
          readonly type: string;
          /**
           * @description Your own id of the player.
           * @example arsenal
           */
          readonly playerId: string;
          /**
           * @description When it happened, RFC 3339 with an offset. Default: when it arrived. Up to 5 minutes ahead becomes now; more is refused.
           * @example 2014-08-16T16:30:00Z
           */
          readonly occurredAt?: string;
          /**
           * @description What rules can read: at most 32 KB as JSON, 8 levels deep.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          readonly properties?: Record<string, unknown>;
        }[];
        readonly 'application/cloudevents-batch+json': readonly ({
          /** @enum {string} */
          readonly specversion: '1.0';
          /**
           * @description Unique for its source.
           * @example 2014-08-16-arsenal
           */
          readonly id: string;
          /**
           * @description URI reference.
           * @example /matches
           */
          readonly source: string;
          /**
           * @description As of any event.
           * @example match_played
           */
          readonly type: string;
          /**
           * @description The player.
           * @example arsenal
           */
          readonly subject: string;
          /**
           * @description As `occurredAt`.
           * @example 2014-08-16T16:30:00Z
           */
          readonly time?: string;
          /**
           * @description JSON, if anything.
           * @example application/json
           */
          readonly datacontenttype?: string;
          /**
           * @description As `properties`.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          readonly data?: Record<string, unknown>;
        } & {
          readonly [key: string]: unknown;
        })[];
        readonly 'application/x-ndjson': string;
      };
    };
    readonly responses: {
      /** @description What became of each event, in the order of the batch. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly accepted: number;
            readonly rejected: number;
            readonly results: readonly (
              | {
                  /** @example match-2014-08-16-arsenal */
                  readonly eventId: string;
                  /** @enum {string} */
                  readonly status: 'accepted';
                  /** @description Where the event log put it. */
                  readonly receipt: {
                    /** @example 3 */
                    readonly partition: number;
                    /** @example 1042 */
                    readonly offset: number;
                  };
                  /** @description What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same. */
                  readonly warnings?: readonly {
                    readonly path: string;
                    readonly rule: string;
                    readonly message: string;
                  }[];
                }
              | {
                  /** @enum {string} */
                  readonly status: 'rejected';
                  /** @example events.invalid */
                  readonly code: string;
                  readonly detail: string;
                  readonly errors: readonly {
                    readonly path: string;
                    readonly rule: string;
                    readonly message: string;
                  }[];
                  /** @description Given where the same event may be taken later: `events.player_rate_limited`. */
                  readonly retryAfterSeconds?: number;
                }
            )[];
          };
        };
      };
      /** @description `events.malformed`: The body is not JSON */
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
       * @description `events.too_large`: The batch is too large
       *
       *     `http.body_too_large`: The body is too large
       */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `events.unsupported_body`: The body has an unsupported type or encoding */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `events.invalid`: The event breaks a rule */
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
       *     `kafka.unavailable`: The event log can not be written now
       *
       *     `events.types_unavailable`: The release in force can’t be looked up
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
  readonly joinWindow: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Key of the leaderboard. */
        readonly key: string;
        /** @description Your own id of the player. */
        readonly id: string;
        /** @description Key of the window, or the name of its kind for the one that is running. */
        readonly window: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The player is in the window, now or already. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WindowJoined'];
        };
      };
      /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrderAccepted'];
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
       * @description `scoring.unknown_board`: The release in force has no such leaderboard
       *
       *     `scoring.unknown_window`: The leaderboard has no such window
       *
       *     `leaderboards.not_found`: There is no such leaderboard
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
      /**
       * @description `scoring.window_closed`: The window of the leaderboard has closed
       *
       *     `scoring.player_merged`: The player was merged into another one
       *
       *     `scoring.player_not_active`: The player is suspended or banned
       *
       *     `scoring.player_erased`: The player was erased
       *
       *     `scoring.window_too_early`: The window begins after the next one
       *
       *     `leaderboards.not_joinable`: Nobody has to join the leaderboard
       */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `http.invalid_input`: The input breaks a rule
       *
       *     `http.idempotency_key_reused`: The key belongs to another request
       */
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
      /** @description `scoring.decision_failed`: The event could not be decided */
      readonly 500: {
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
       *     `kafka.unavailable`: The event log can not be written now
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
  readonly claimPlayerGrant: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
        readonly grantId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The grant; its payment is on its way. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Grant'];
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
      /** @description `rewards.grant_not_found`: There is no such grant */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /**
       * @description `rewards.wrong_state`: The grant is in a state that does not allow this
       *
       *     `rewards.claim_expired`: The grant can’t be claimed any more
       */
      readonly 409: {
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
}
