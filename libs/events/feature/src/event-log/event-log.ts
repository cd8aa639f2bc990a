import { type EventMessage, type Topics, playerKey } from '@laurel/contracts';
import {
  type AcceptedEvent,
  PlayerRateLimit,
  acceptEvent,
  eventErrors,
  refuseClientEvent,
} from '@laurel/events-domain';
import { type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import { pooledRandomBytes } from '@laurel/platform-http';
import { KafkaProducer, type Receipt, TOPICS } from '@laurel/platform-kafka';
import { type CounterMetric, Metrics } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { RecentEventTypes } from '../event-types/recent-event-types.js';
import type { EventForm } from './event-form.js';
import { EVENT_INTAKE, type EventIntake } from './event-intake.js';
import type { Admission, Sender } from './sender.js';
import type { TakenEvent } from './taken-event.js';

const NO_WARNINGS: TakenEvent['warnings'] = [];

/** Takes events of one workspace at a time: decides whether each may enter the log, and writes those that may. */
@Injectable()
export class EventLog {
  private readonly decisions: CounterMetric<'decision'>;
  private readonly schemaWarnings: CounterMetric<'type'>;
  private readonly playerRates: PlayerRateLimit;

  constructor(
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(EVENT_INTAKE) private readonly intake: EventIntake,
    private readonly eventTypes: RecentEventTypes,
    metrics: Metrics,
  ) {
    this.decisions = metrics.counter({
      name: 'laurel_ingestion_events_total',
      help: 'Events that came, by what was decided: `acceptable`, or the code of the refusal.',
      labels: ['decision'],
    });
    this.schemaWarnings = metrics.counter({
      name: 'laurel_ingestion_schema_warnings_total',
      help: 'Events that were taken though they break the schema of their type, which only warns.',
      labels: ['type'],
    });
    this.playerRates = new PlayerRateLimit(intake.playerRate);
  }

  /** Error: `events.types_unavailable`. */
  async admit(sender: Sender): Promise<Result<Admission, DomainError>> {
    const types = await this.eventTypes.of(sender.workspace);
    return types.ok ? ok({ ...sender, types: types.value }) : types;
  }

  /**
   * Errors: those of `acceptEvent` and `refuseClientEvent` in the domain, `events.player_rate_limited`, and
   * `events.schema_violation`.
   */
  accept(admission: Admission, input: unknown): Result<TakenEvent, DomainError> {
    const { form } = admission;
    const read = form ? form.read(input) : ok(input);
    const decision = read.ok ? located(this.decide(admission, read.value, this.intake.clock.now()), form) : read;
    this.decisions.inc({ decision: decision.ok ? 'acceptable' : decision.error.code });
    return decision;
  }

  private decide(
    { workspace, ownPlayer, types }: Admission,
    input: unknown,
    now: number,
  ): Result<TakenEvent, DomainError> {
    const decision = acceptEvent(input, {
      now,
      maxAgeMs: this.intake.maxAgeMs,
      newEventId: () => newId('event', now, pooledRandomBytes),
    });
    if (!decision.ok) return decision;
    // Before the rate: a stranger's events must not use up the player's.
    const refusal = ownPlayer === undefined ? undefined : refuseClientEvent(decision.value, ownPlayer, types);
    if (refusal) return err(refusal);
    const event: AcceptedEvent = ownPlayer === undefined ? decision.value : { ...decision.value, client: true };
    const waitMs = this.playerRates.take(playerKey(workspace, event.playerId), now);
    return waitMs === 0 ? this.checkSchema(event, types) : err(this.tooFast(waitMs));
  }

  private checkSchema(event: AcceptedEvent, types: Admission['types']): Result<TakenEvent, DomainError> {
    const verdict = types.check(event.type, event.properties);
    if (!verdict) return ok({ event, warnings: NO_WARNINGS });
    const errors = [verdict.problem];
    if (verdict.validation === 'enforce') {
      return err(eventErrors.schemaViolation('The type’s schema says what to change: see `errors`.', { errors }));
    }
    this.schemaWarnings.inc({ type: event.type });
    return ok({ event, warnings: errors });
  }

  private tooFast(waitMs: number): DomainError {
    const { perSecond, burstSeconds } = this.intake.playerRate;
    return eventErrors.playerRateLimited(
      `A player's events are taken at ${perSecond} a second, and at most ${perSecond * burstSeconds} at once.`,
      { retryAfterSeconds: Math.ceil(waitMs / 1_000) },
    );
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

/** What was decided, with its places as they are in what was sent. */
function located(
  decision: Result<TakenEvent, DomainError>,
  form: EventForm | undefined,
): Result<TakenEvent, DomainError> {
  if (!form) return decision;
  if (decision.ok) return ok({ ...decision.value, warnings: decision.value.warnings.map(form.locate) });
  const { errors } = decision.error;
  return errors ? err({ ...decision.error, errors: errors.map(form.locate) }) : decision;
}
