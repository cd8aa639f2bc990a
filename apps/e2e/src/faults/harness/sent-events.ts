import type { Chance } from '@laurel/faults';
import type { GameEvent } from './game-events.js';

/** What the client knows of an event: accepted for certain, refused for certain, or neither. */
export type Standing = 'acknowledged' | 'refused' | 'unknown';

export interface SentEvent {
  readonly event: GameEvent;
  standing: Standing;
}

/** All that a client sent under its own id, and what it knows of it. */
export class SentEvents {
  private readonly events = new Map<string, SentEvent>();
  private readonly acknowledged: GameEvent[] = [];

  /** Notes an event before it is sent: until an answer says more, nothing is known of it. */
  begin(event: GameEvent): void {
    if (!this.events.has(event.eventId)) this.events.set(event.eventId, { event, standing: 'unknown' });
  }

  /** A refusal says nothing of an earlier attempt that nobody answered. */
  settle({ eventId }: GameEvent, standing: Standing, attempt: number): void {
    const sent = this.events.get(eventId);
    if (!sent || sent.standing === 'acknowledged') return;
    if (standing === 'refused' && attempt > 1 && sent.standing === 'unknown') return;
    sent.standing = standing;
    if (standing === 'acknowledged') this.acknowledged.push(sent.event);
  }

  get all(): ReadonlyMap<string, SentEvent> {
    return this.events;
  }

  count(standing: Standing): number {
    return [...this.events.values()].filter((sent) => sent.standing === standing).length;
  }

  /** One of the acknowledged ones; undefined while there is none. */
  anyAcknowledged(chance: Chance): GameEvent | undefined {
    return this.acknowledged[chance.between(0, this.acknowledged.length)];
  }
}
