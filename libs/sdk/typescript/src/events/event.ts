import type { components as Ingestion } from '../generated/ingestion-gateway.js';
import type { components as Query, operations } from '../generated/query-gateway.js';
import type { FieldProblem } from '../http/laurel-error.js';
import type { Asked } from '../http/operation.js';

/** Something that a player did. */
export interface LaurelEvent {
  /** Its identity for its player: sent again, it has no further effect. Made here unless given. */
  readonly eventId?: string;
  /** snake_case, in dotted parts. */
  readonly type: string;
  /** Your own id of the player. */
  readonly playerId: string;
  /** When it happened: RFC 3339 with an offset. When it arrives, unless given. */
  readonly occurredAt?: string | Date;
  /** What rules can read. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** An event that is in the log, and will be decided. */
export interface AcceptedEvent {
  readonly eventId: string;
  readonly status: 'accepted';
  /** Where the log put it: with it, `get` tells an event that is not decided yet from one that never was. */
  readonly receipt: { readonly partition: number; readonly offset: number };
  /** What breaks the schema of the type, where that is let pass. */
  readonly warnings?: readonly FieldProblem[];
}

/** What became of an event. */
export type EventOutcome = Ingestion['schemas']['OutcomeDto'];
/** The same with all that was decided by. */
export type DecidedEvent = Query['schemas']['DecidedEventDto'];
/** A message in the list of what became of events. */
export type RecordedEvent = Query['schemas']['RecordedEventDto'];
export type EventFilter = Asked<operations['listEvents']>;
export type EventPage = Query['schemas']['EventListDto'];

/** One event of a batch that is not taken; the same would be refused again. */
export interface RejectedEvent {
  readonly eventId: string;
  readonly status: 'rejected';
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

/** One event of a batch that did not get to the log, or of which it is not known: send it again with this id. */
export interface UnsentEvent {
  readonly eventId: string;
  readonly status: 'unsent';
  readonly code: string;
  readonly detail: string;
}

export interface BatchResult {
  readonly accepted: number;
  readonly rejected: number;
  readonly unsent: number;
  /** In the order of the events. */
  readonly results: readonly (AcceptedEvent | RejectedEvent | UnsentEvent)[];
}

/** The same event with an identity: whatever is sent twice from now on is one event. */
export const identified = (event: LaurelEvent): LaurelEvent & { readonly eventId: string } => ({
  ...event,
  eventId: event.eventId ?? randomId(),
});

/** 128 random bits. Browsers have `randomUUID` on secure pages alone. */
const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
