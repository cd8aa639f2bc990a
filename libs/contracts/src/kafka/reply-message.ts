import type { EventRecord, EventStatus } from '../documents/event-record.document.js';

/** Who waits for the answer to a message, and by which name. */
export interface ReplyTo {
  /** One process, from its start to its end. */
  readonly instance: string;
  /** Unique within the instance. */
  readonly correlation: string;
}

/**
 * The answer to a message that asked for one. Sent at most a few times, perhaps never: who waits has a deadline. Every instance
 * sees every reply and takes its own. Version 1.
 */
export interface ReplyMessage<Body> extends ReplyTo {
  readonly v: 1;
  readonly body: Body;
}

/** Where the event put its player in one window of a board. */
export interface RankChange {
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  /** From 1, as observed before and after the batch that held the event; null where the player was not on the board, or `warming`. */
  readonly before: number | null;
  readonly after: number | null;
  /** Ranks could not be told now. */
  readonly warming?: true;
}

/** What became of an event, for whoever waits for it. */
export interface EventReply {
  /** Of the message that asked. */
  readonly status: EventStatus;
  /** Its record; for a `duplicate` that of the event it repeats. */
  readonly record: Omit<EventRecord, 'properties'>;
  readonly ranks: readonly RankChange[];
}

/** What became of an event, to the instance that asked for it: all that is written to the topic of replies. */
export interface EventReplyMessage extends ReplyMessage<EventReply> {
  readonly body: EventReply;
}
