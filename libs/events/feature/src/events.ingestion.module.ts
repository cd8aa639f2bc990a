import type { Topics } from '@laurel/contracts';
import { type Log, systemClock } from '@laurel/kernel';
import {
  BroadcastConsumer,
  KAFKA,
  type KafkaClient,
  KafkaProducer,
  RequestReply,
  TOPICS,
} from '@laurel/platform-kafka';
import { LOG } from '@laurel/platform-observability';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { AcceptBatchController } from './accept-batch/accept-batch.controller.js';
import { AcceptBatchHandler } from './accept-batch/accept-batch.handler.js';
import { AcceptEventController } from './accept-event/accept-event.controller.js';
import { AcceptEventHandler } from './accept-event/accept-event.handler.js';
import { EVENT_INTAKE, type EventIntake } from './event-log/event-intake.js';
import { EventLog } from './event-log/event-log.js';
import { RecentEventTypes } from './event-types/recent-event-types.js';
import { ReleasedEventTypes } from './event-types/released-event-types.js';
import { OutcomeReplies } from './wait-for-outcome/outcome-replies.js';
import { WaitForOutcomeHandler } from './wait-for-outcome/wait-for-outcome.handler.js';

const DAY_MS = 86_400_000;
/** A full batch of one player's events passes at the default rate. */
const PLAYER_BURST_SECONDS = 10;

export interface EventsIngestionOptions {
  /** Events that happened longer ago are refused. */
  readonly maxAgeDays: number;
  /** Events of one player per second; ten seconds' worth may come at once. */
  readonly playerEventsPerSecond: number;
  /** Where the event types of releases are found. */
  readonly eventTypes: Type<ReleasedEventTypes>;
}

const REQUEST_REPLY: Provider = {
  provide: RequestReply,
  inject: [KAFKA, KafkaProducer, TOPICS, LOG],
  useFactory: (kafka: KafkaClient, producer: KafkaProducer, topics: Topics, log: Log) =>
    new RequestReply(producer, new BroadcastConsumer(kafka, 'laurel-replies', log), topics.replies, log),
};

/** What the ingestion gateway hosts of events. Needs `KafkaModule` and `ObservabilityModule`, and bodies as bytes (`rawBodies`). */
@Module({})
export class EventsIngestionModule {
  static forRoot({ maxAgeDays, playerEventsPerSecond, eventTypes }: EventsIngestionOptions): DynamicModule {
    const intake: EventIntake = {
      clock: systemClock,
      maxAgeMs: maxAgeDays * DAY_MS,
      playerRate: { perSecond: playerEventsPerSecond, burstSeconds: PLAYER_BURST_SECONDS },
    };
    return {
      module: EventsIngestionModule,
      controllers: [AcceptEventController, AcceptBatchController],
      providers: [
        { provide: EVENT_INTAKE, useValue: intake },
        { provide: ReleasedEventTypes, useClass: eventTypes },
        RecentEventTypes,
        EventLog,
        AcceptEventHandler,
        AcceptBatchHandler,
        REQUEST_REPLY,
        OutcomeReplies,
        WaitForOutcomeHandler,
      ],
    };
  }
}
