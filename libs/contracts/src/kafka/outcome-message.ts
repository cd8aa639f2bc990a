import type { EventStatus, RecordedEffect } from '../documents/event-record.document.js';

/** What followed from one event; published after the commit under an id derived from the event. Version 1. */
export interface OutcomeMessage {
  readonly v: 1;
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
