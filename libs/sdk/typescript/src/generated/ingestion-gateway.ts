/** Generated from the OpenAPI document of the gateway; edit its routes. */

export interface paths {
  '/v1/limits': {
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
    get: operations['getLimits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send one event
     * @description Answered once the event log has the event on every in-sync replica. `content-encoding: gzip` is welcome. CloudEvents 1.0 come in structured or in binary mode (`ce-…` headers, the data as JSON): `source` and `id` become the event’s id, `subject` its player. Player tokens send types that the program opens to clients, for their own player.
     */
    post: operations['acceptEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send many events
     * @description Up to 1,000 events or 1 MiB, before and after `content-encoding: gzip`. Each event is answered in its place; one that is refused does not touch the others. 503 means that none may be counted on: send all again with the same ids.
     */
    post: operations['acceptBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/leaderboards/{key}/windows/{window}/players/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Join a window of a leaderboard
     * @description For leaderboards with `"joining": "opt_in"`: results count from then on. The windows that are running can be joined, and the next one of each kind. A player token joins for its own player.
     */
    post: operations['joinWindow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/players/{id}/grants/{grantId}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Claim what a player was given
     * @description With a player token, of its own player only. It is paid within moments, and answers the same again.
     */
    post: operations['claimPlayerGrant'];
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
      errors?: components['schemas']['FieldProblem'][];
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
      name: 'credential' | 'workspace';
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
      unit: 'bytes' | 'items' | 'per_second';
    };
    LimitsDto: {
      rates: components['schemas']['RateLimitDto'][];
      fixed: components['schemas']['FixedLimit'][];
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
      kind: 'record';
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
      kind: 'award' | 'spend';
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
      kind: 'standing';
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
      kind: 'set';
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
      kind: 'title';
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
      kind: 'item';
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
      kind: 'emit';
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
      kind: 'refused';
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
      kind: 'restatement';
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
      kind: 'reversal';
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
      kind: 'removal';
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
      kind: 'handed_over';
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
      bound: 'min' | 'max' | 'perHour';
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
    RankChangeDto: {
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
      /** @description The rank before; null for a player who was not on the leaderboard, and while `warming`. */
      before: number | null;
      /** @description The rank afterwards, as observed then: others move too. Null while `warming`. */
      after: number | null;
      /**
       * @description Ranks can’t be told now, and are null.
       * @enum {boolean}
       */
      warming?: true;
    };
    OutcomeDto: {
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
      status: 'processed' | 'duplicate' | 'conflict' | 'late' | 'imported' | 'quarantined' | 'failed';
      /** @description Cause of a `failed`. */
      failure?: components['schemas']['FailureDto'];
      /** @description Why it is `quarantined`. */
      heldBack?: components['schemas']['PassedBoundDto'];
      /** @description The release that decided it; 0 where there was none. */
      release: number;
      /** @description The rules for this type of event: which matched, and why others did not. */
      rules: components['schemas']['RuleVerdictDto'][];
      /** @description What it changed, in order. `restatement`, `reversal` and `removal` are of voids (`laurel.event_voided`), of merges of players and of grants that are taken back alone. */
      effects: (
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
      receipt: components['schemas']['ReceiptDto'];
      /**
       * @description Balances that it changed, as they were afterwards, by currency.
       * @example {
       *       "coins": 75
       *     }
       */
      balances: {
        [key: string]: number;
      };
      /**
       * @description Stats that it changed, as they were afterwards.
       * @example {
       *       "points": 42
       *     }
       */
      stats: {
        [key: string]: number;
      };
      /** @description One for each leaderboard and window that it changed; none for a `duplicate`, which changes nothing. */
      ranks: components['schemas']['RankChangeDto'][];
      /** @description What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same. */
      warnings?: {
        path: string;
        rule: string;
        message: string;
      }[];
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
    WindowJoined: {
      /** @example daily-cup */
      board: string;
      window: components['schemas']['WindowDto'];
      /** @example arsenal */
      playerId: string;
      /** @enum {string} */
      status: 'joined';
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
      status: 'accepted';
      /** @description Where the event log has the order. */
      receipt: components['schemas']['OrderPlaceDto'];
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
      what: (
        | components['schemas']['CurrencyPartDto']
        | components['schemas']['StatPartDto']
        | components['schemas']['TitlePartDto']
        | components['schemas']['ItemPartDto']
      )[];
      /**
       * @description `pending`: waits until it is approved. `approved`: about to be paid. `granted`: paid or, with a `claimBy`, ready to be claimed. `claimed`: claimed and paid. `failed`: could not be paid, see `cause`. `not_eligible`: won and not given, see `cause`. `expired`: not claimed in time. `revoked`: taken back.
       * @enum {string}
       */
      state: 'pending' | 'approved' | 'granted' | 'claimed' | 'failed' | 'not_eligible' | 'expired' | 'revoked';
      /** @description Why it is not given, or could not be taken back. */
      cause?: components['schemas']['GrantCauseDto'];
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
      revocation?: components['schemas']['GrantRevocationDto'];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
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
          'application/json': components['schemas']['LimitsDto'];
        };
      };
      /** @description Refused: a problem says why. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptEvent: {
    parameters: {
      query?: never;
      header?: {
        /** @description `wait=N` (RFC 7240), N from 1 to 10 seconds: answers 200 with the outcome if it is there in time, and 202 as without otherwise; `Preference-Applied` says that it was waited for. For credentials that may read events (`events:read`). Anything else is ignored. */
        Prefer?: string;
        /** @description Another place to say `eventId`. Not read with CloudEvents, which have an identity of their own. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Identity of the event for its player: sent again, it has no further effect. Minted when absent. `laurel.` is reserved.
           * @example match-2014-08-16-arsenal
           */
          eventId?: string;
          /**
           * @description snake_case, in dotted parts. `laurel.` is reserved.
           * @example match_played
           */
          type: string;
          /**
           * @description Your own id of the player.
           * @example arsenal
           */
          playerId: string;
          /**
           * @description When it happened, RFC 3339 with an offset. Default: when it arrived. Up to 5 minutes ahead becomes now; more is refused.
           * @example 2014-08-16T16:30:00Z
           */
          occurredAt?: string;
          /**
           * @description What rules can read: at most 32 KB as JSON, 8 levels deep.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          properties?: Record<string, unknown>;
        };
        'application/cloudevents+json': {
          /** @enum {string} */
          specversion: '1.0';
          /**
           * @description Unique for its source.
           * @example 2014-08-16-arsenal
           */
          id: string;
          /**
           * @description URI reference.
           * @example /matches
           */
          source: string;
          /**
           * @description As of any event.
           * @example match_played
           */
          type: string;
          /**
           * @description The player.
           * @example arsenal
           */
          subject: string;
          /**
           * @description As `occurredAt`.
           * @example 2014-08-16T16:30:00Z
           */
          time?: string;
          /**
           * @description JSON, if anything.
           * @example application/json
           */
          datacontenttype?: string;
          /**
           * @description As `properties`.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          data?: Record<string, unknown>;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description With `Prefer: wait`: what became of the event. */
      200: {
        headers: {
          /** @description The wait as it was asked for. */
          'Preference-Applied'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OutcomeDto'];
        };
      };
      /** @description The event is in the log and will be processed. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example match-2014-08-16-arsenal */
            eventId: string;
            /** @enum {string} */
            status: 'accepted';
            /** @description Where the event log put it. */
            receipt: {
              /** @example 3 */
              partition: number;
              /** @example 1042 */
              offset: number;
            };
            /** @description What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same. */
            warnings?: {
              path: string;
              rule: string;
              message: string;
            }[];
          };
        };
      };
      /** @description Refused: a problem says why. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptBatch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Identity of the event for its player: sent again, it has no further effect. Minted when absent. `laurel.` is reserved.
           * @example match-2014-08-16-arsenal
           */
          eventId?: string;
          /**
           * @description snake_case, in dotted parts. `laurel.` is reserved.
           * @example match_played
           */
          type: string;
          /**
           * @description Your own id of the player.
           * @example arsenal
           */
          playerId: string;
          /**
           * @description When it happened, RFC 3339 with an offset. Default: when it arrived. Up to 5 minutes ahead becomes now; more is refused.
           * @example 2014-08-16T16:30:00Z
           */
          occurredAt?: string;
          /**
           * @description What rules can read: at most 32 KB as JSON, 8 levels deep.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          properties?: Record<string, unknown>;
        }[];
        'application/cloudevents-batch+json': ({
          /** @enum {string} */
          specversion: '1.0';
          /**
           * @description Unique for its source.
           * @example 2014-08-16-arsenal
           */
          id: string;
          /**
           * @description URI reference.
           * @example /matches
           */
          source: string;
          /**
           * @description As of any event.
           * @example match_played
           */
          type: string;
          /**
           * @description The player.
           * @example arsenal
           */
          subject: string;
          /**
           * @description As `occurredAt`.
           * @example 2014-08-16T16:30:00Z
           */
          time?: string;
          /**
           * @description JSON, if anything.
           * @example application/json
           */
          datacontenttype?: string;
          /**
           * @description As `properties`.
           * @example {
           *       "goalsFor": 2,
           *       "goalsAgainst": 1
           *     }
           */
          data?: Record<string, unknown>;
        } & {
          [key: string]: unknown;
        })[];
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description What became of each event, in the order of the batch. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accepted: number;
            rejected: number;
            results: (
              | {
                  /** @example match-2014-08-16-arsenal */
                  eventId: string;
                  /** @enum {string} */
                  status: 'accepted';
                  /** @description Where the event log put it. */
                  receipt: {
                    /** @example 3 */
                    partition: number;
                    /** @example 1042 */
                    offset: number;
                  };
                  /** @description What breaks the schema of the type, where its `validation` is `warn`: the event is taken all the same. */
                  warnings?: {
                    path: string;
                    rule: string;
                    message: string;
                  }[];
                }
              | {
                  /** @enum {string} */
                  status: 'rejected';
                  /** @example events.invalid */
                  code: string;
                  detail: string;
                  errors: {
                    path: string;
                    rule: string;
                    message: string;
                  }[];
                  /** @description Given where the same event may be taken later: `events.player_rate_limited`. */
                  retryAfterSeconds?: number;
                }
            )[];
          };
        };
      };
      /** @description Refused: a problem says why. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  joinWindow: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Key of the leaderboard. */
        key: string;
        /** @description Your own id of the player. */
        id: string;
        /** @description Key of the window, or the name of its kind for the one that is running. */
        window: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The player is in the window, now or already. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WindowJoined'];
        };
      };
      /** @description The order is in the event log and will be carried out; it was not within 5 seconds. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderAccepted'];
        };
      };
      /** @description Refused: a problem says why. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  claimPlayerGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        grantId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The grant; its payment is on its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Grant'];
        };
      };
      /** @description Refused: a problem says why. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
