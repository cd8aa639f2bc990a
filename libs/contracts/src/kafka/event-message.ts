import type { CommandMessage } from './command-message.js';
import type { BarrierMessage, ClockMessage } from './control-messages.js';
import type { ReplyTo } from './reply-message.js';

/** What the ingestion gateway writes to the events topic for one accepted event. Version 1. */
export interface EventMessage {
  readonly v: 1;
  readonly kind: 'event';
  readonly workspace: string;
  readonly eventId: string;
  readonly type: string;
  readonly playerId: string;
  /**
   * When it happened: milliseconds since the epoch, clamped to now by the gateway if up to 5 minutes ahead. Where the client did
   * not say, `receivedAt`: a test clock is added where the event stands in the log.
   */
  readonly occurredAt: number;
  /** The client's own `occurredAt`, as sent; absent when the gateway filled it in. Part of what a re-send is compared by. */
  readonly sentOccurredAt?: string;
  /** When the gateway had it: milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What happened in another system before: recorded, and no rule sees it. Only gateways set it; not of what a re-send is compared by. */
  readonly imported?: true;
  /** A player sent it, with a player token. Only gateways set it; not of what a re-send is compared by. */
  readonly client?: true;
  /**
   * Where the outcome is waited for. Only gateways set it; it is not part of the event: not recorded, and not of what a re-send is
   * compared by.
   */
  readonly replyTo?: ReplyTo;
}

/**
 * Control message: from this position on, this workspace is decided by this release. Written to every partition, so that
 * each event is decided by the release at its position, on whatever instance, at first processing and at replay. Version 1.
 */
export interface ReleaseMessage {
  readonly v: 1;
  readonly kind: 'release';
  readonly workspace: string;
  readonly release: number;
}

export type EventsTopicMessage = EventMessage | CommandMessage | ReleaseMessage | ClockMessage | BarrierMessage;
