import type { HandedOver } from './handed-over.js';
import type { AttributeValue } from './player.document.js';
import { SEPARATOR } from './separator.js';

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

/** Whether a record settles its id: whatever comes under it afterwards is a duplicate or a conflict. */
export const settlesId = ({ status }: { readonly status: EventStatus }): boolean =>
  status === 'processed' || status === 'late' || status === 'imported' || status === 'quarantined';

/** What boosts made of an amount; absent where none applied. */
export interface RecordedBoosts {
  /** The amount without them. */
  readonly base?: number;
  /** Keys of those that applied, sorted. */
  readonly boosts?: readonly string[];
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

/** The bound of plausibility that an event would have passed. */
export interface PassedBound {
  /** key of the stat */
  readonly stat: string;
  readonly bound: 'min' | 'max' | 'perHour';
  readonly limit: number;
  /** What the event records or, of an hour, what it comes to with the event. */
  readonly amount: number;
}

/** Whether a rule matched and, when it did not, the condition that failed. */
export interface RuleVerdict {
  readonly rule: string;
  readonly matched: boolean;
  /** Why not, as a sentence; absent when it matched. */
  readonly reason?: string;
  /** Id of the emitted event that was judged; absent for the one that was sent. */
  readonly event?: string;
}

/**
 * What one message of the events topic led to: history, idempotency and audit in one. Written once, in the transaction that
 * commits its effects, and never changed: a later message under the same id leaves a record of its own.
 */
export interface EventRecord {
  readonly workspace: string;
  readonly eventId: string;
  readonly playerId: string;
  readonly type: string;
  readonly occurredAt: number;
  readonly sentOccurredAt?: string;
  readonly receivedAt: number;
  /** Broker append time, monotone per partition: `now` of the decision. */
  readonly decidedAt: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** A player sent it. */
  readonly client?: true;
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
  /** Release in force at the message's position. */
  readonly release: number;
  readonly status: EventStatus;
  /** Cause of a `failed`. */
  readonly failure?: { readonly code: string; readonly detail: string };
  /** Why it is `quarantined`. */
  readonly heldBack?: PassedBound;
  readonly rules: readonly RuleVerdict[];
  readonly effects: readonly RecordedEffect[];
  /** Windows whose entries the player carries no longer from then on, by `boardId`: they are frozen. Absent where there are none. */
  readonly dropped?: Readonly<Record<string, readonly string[]>>;
  /** What the decision went by besides what is above; absent where nothing was. */
  readonly inputs?: {
    /** Whether the player was among the first of rules, by rule key and incarnation. */
    readonly claims: Readonly<Record<string, boolean>>;
    /** Seats in leagues that it gave: part of the board, by `boardId` and window; absent where it gave none. */
    readonly seats?: Readonly<Record<string, string>>;
  };
}

/** Identity of an event: a message under the id of an earlier one is a replay or a conflict. */
export const eventRecordId = ({
  workspace,
  eventId,
  playerId,
}: Pick<EventRecord, 'workspace' | 'eventId' | 'playerId'>): string =>
  workspace + SEPARATOR + eventId + SEPARATOR + playerId;
