import { joinId } from './separator.js';

export const EVENTS_COLLECTION = 'events';

/** What became of an event. `duplicate` and `conflict` are attempts under a first event and listed in its `attempts`. */
export type EventStatus = 'processed' | 'failed';

/** One change that a rule or feature decided, as recorded: enough to explain, replay and re-publish it. */
export type RecordedEffect =
  | {
      readonly kind: 'record';
      readonly rule: string;
      readonly stat: string;
      readonly amount: number;
      readonly value: number;
    }
  | {
      readonly kind: 'award';
      readonly rule: string;
      readonly currency: string;
      readonly amount: number;
      readonly balance: number;
    }
  | {
      readonly kind: 'standing';
      readonly board: string;
      readonly window: string;
      readonly score: number;
      readonly columns: readonly number[];
      readonly reachedAt: number;
    }
  | { readonly kind: 'refused'; readonly rule: string; readonly code: string; readonly detail: string };

/** Whether a rule matched and, when it did not, the condition that failed. */
export interface RuleVerdict {
  readonly rule: string;
  readonly matched: boolean;
  /** Why not, as a sentence; absent when it matched. */
  readonly reason?: string;
}

/** A later message under the same event id. */
export interface Attempt {
  readonly status: 'duplicate' | 'conflict';
  readonly partition: number;
  readonly offset: number;
  readonly at: number;
}

/**
 * One decided event: history, idempotency and audit in one document. Written once, in the transaction that commits its
 * effects; only `attempts` grows.
 */
export interface EventRecord {
  /** workspace, event id, player id: an id can be looked up without its player by prefix, and needs no second index. */
  readonly _id: string;
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
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
  readonly release: number;
  readonly status: EventStatus;
  /** Cause of a `failed`. */
  readonly failure?: { readonly code: string; readonly detail: string };
  readonly rules: readonly RuleVerdict[];
  readonly effects: readonly RecordedEffect[];
  readonly attempts?: readonly Attempt[];
}

export const eventRecordId = (workspace: string, eventId: string, playerId: string): string =>
  joinId(workspace, eventId, playerId);
