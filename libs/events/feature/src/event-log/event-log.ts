import { type EventMessage, type Topics, playerKey } from '@laurel/contracts';
import {
  type AcceptedEvent,
  PlayerRateLimit,
  acceptEvent,
  eventErrors,
  refuseClientEvent,
} from '@laurel/events-domain';
import { type DomainError, type Result, WorkspaceClocks, err, newId, ok, ordinaryTime } from '@laurel/kernel';
import { pooledRandomBytes } from '@laurel/platform-http';
import { KafkaProducer, type Receipt, TOPICS } from '@laurel/platform-kafka';
import { type CounterMetric, Metrics } from '@laurel/platform-observability';
import { Inject, Injectable, Optional } from '@nestjs/common';
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
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
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

  /**
   * Decides about each event that could be read. Error: `events.types_unavailable`.
   *
   * @returns in their order; errors: those of `acceptEvent` and `refuseClientEvent` in the domain, `events.player_rate_limited`, and
   *   `events.schema_violation`
   */
  async acceptAll(
    sender: Sender,
    inputs: readonly Result<unknown, DomainError>[],
  ): Promise<Result<readonly Taken[], DomainError>> {
    const admitted = await this.admit(sender);
    if (!admitted.ok) return admitted;
    const first = inputs.map((input) => (input.ok ? this.accept(admitted.value, input.value) : input));
    const decided = first.some(isInFuture) ? await this.acceptLater(admitted.value, inputs, first) : first;
    for (const [index, decision] of decided.entries()) {
      if (inputs[index]?.ok) this.decisions.inc({ decision: decision.ok ? 'acceptable' : decision.error.code });
    }
    return ok(decided);
  }

  private async admit(sender: Sender): Promise<Result<Admission, DomainError>> {
    const [types, aheadMs] = await Promise.all([
      this.eventTypes.of(sender.workspace),
      this.aheadOf(sender.workspace).catch(() => undefined),
    ]);
    if (!types.ok) return types;
    if (aheadMs === undefined) return err(NO_CLOCK);
    return ok({ ...sender, types: types.value, aheadMs });
  }

  /** Where time is turned by hand, an event must not be judged by what it was a second ago. */
  private async aheadOf(workspace: string): Promise<number> {
    const aheadMs = await this.clocks.offsetMs(workspace);
    return aheadMs === 0 ? 0 : this.clocks.latestOffsetMs(workspace);
  }

  /** Decides again about what lies in the future, if the clock of the workspace was set meanwhile. */
  private async acceptLater(
    admission: Admission,
    inputs: readonly Result<unknown, DomainError>[],
    first: readonly Taken[],
  ): Promise<readonly Taken[]> {
    const aheadMs = await this.clocks.latestOffsetMs(admission.workspace);
    if (aheadMs === admission.aheadMs) return first;
    return first.map((decision, index) => {
      const input = inputs[index];
      return input?.ok && isInFuture(decision) ? this.accept({ ...admission, aheadMs }, input.value) : decision;
    });
  }

  private accept(admission: Admission, input: unknown): Taken {
    const { form } = admission;
    const read = form ? form.read(input) : ok(input);
    return read.ok ? located(this.decide(admission, read.value, this.intake.clock.now()), form) : read;
  }

  private decide(
    { workspace, ownPlayer, types, aheadMs }: Admission,
    input: unknown,
    now: number,
  ): Result<TakenEvent, DomainError> {
    const decision = acceptEvent(input, {
      now,
      aheadMs,
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

/** What was decided about an event. */
export type Taken = Result<TakenEvent, DomainError>;

const isInFuture = (decision: Taken): boolean => !decision.ok && decision.error.code === eventErrors.inFuture.code;

const NO_CLOCK = eventErrors.typesUnavailable('The clock of the workspace can’t be looked up. Try again.', {
  retryAfterSeconds: 2,
});

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
