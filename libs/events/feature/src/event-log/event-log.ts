import { type EventMessage, type Topics, playerKey } from '@laurel/contracts';
import { type AcceptedEvent, acceptEvent } from '@laurel/events-domain';
import { type DomainError, type Result, newId } from '@laurel/kernel';
import { pooledRandomBytes } from '@laurel/platform-http';
import { KafkaProducer, type Receipt, TOPICS } from '@laurel/platform-kafka';
import { type CounterMetric, Metrics } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_INTAKE, type EventIntake } from './event-intake.js';

/** Takes events of one workspace at a time: decides whether each may enter the log, and writes those that may. */
@Injectable()
export class EventLog {
  private readonly decisions: CounterMetric<'decision'>;

  constructor(
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(EVENT_INTAKE) private readonly intake: EventIntake,
    metrics: Metrics,
  ) {
    this.decisions = metrics.counter({
      name: 'laurel_ingestion_events_total',
      help: 'Events that came, by what was decided: `acceptable`, or the code of the refusal.',
      labels: ['decision'],
    });
  }

  /** Errors: those of `acceptEvent` in the domain. */
  accept(input: unknown): Result<AcceptedEvent, DomainError> {
    const now = this.intake.clock.now();
    const decision = acceptEvent(input, {
      now,
      maxAgeMs: this.intake.maxAgeMs,
      newEventId: () => newId('event', now, pooledRandomBytes),
    });
    this.decisions.inc({ decision: decision.ok ? 'acceptable' : decision.error.code });
    return decision;
  }

  /**
   * Writes events, all of them or none that anybody may count on.
   *
   * @returns where each was put, in order, once every in-sync replica has it. Error: `kafka.unavailable`, within 3 s
   */
  append(workspace: string, events: readonly AcceptedEvent[]): Promise<Result<Receipt[], DomainError>> {
    return this.producer.send(
      this.topics.events,
      events.map((event) => ({
        key: playerKey(workspace, event.playerId),
        value: JSON.stringify({ v: 1, kind: 'event', workspace, ...event } satisfies EventMessage),
      })),
    );
  }
}
