import type { EventStatus, RecordedEffect } from '../documents/event-record.document.js';

/** What followed from one event, under an id derived from it. */
export interface Outcome {
  /** `<workspace>|<playerId>|<eventId>`: the same after a crash re-publishes it, so consumers can deduplicate. */
  readonly id: string;
  readonly workspace: string;
  readonly playerId: string;
  readonly eventId: string;
  readonly type: string;
  readonly status: EventStatus;
  readonly release: number;
  readonly occurredAt: number;
  readonly decidedAt: number;
  readonly effects: readonly RecordedEffect[];
}

/**
 * Outcomes of one workspace from one batch of a partition, in the order of the log; published after the commit. Many share a
 * message because messages are what a client library and a broker spend their time on. After a crash they are published again,
 * perhaps cut differently: consumers deduplicate by the ids of the outcomes. Version 1.
 */
export interface OutcomesMessage {
  readonly v: 1;
  readonly workspace: string;
  /** Of the events topic, and of the outcomes topic: the two are cut alike. */
  readonly partition: number;
  readonly outcomes: readonly Outcome[];
}
