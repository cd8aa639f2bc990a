import { systemClock } from '@laurel/kernel';
import { RequestReplyModule } from '@laurel/platform-kafka';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { AcceptBatchController } from './accept-batch/accept-batch.controller.js';
import { AcceptBatchHandler } from './accept-batch/accept-batch.handler.js';
import { AcceptEventController } from './accept-event/accept-event.controller.js';
import { AcceptEventHandler } from './accept-event/accept-event.handler.js';
import { EVENT_INTAKE, type EventIntake } from './event-log/event-intake.js';
import { EventLog } from './event-log/event-log.js';
import { RecentEventTypes } from './event-types/recent-event-types.js';
import { ReleasedEventTypes } from './event-types/released-event-types.js';
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
      imports: [RequestReplyModule],
      controllers: [AcceptEventController, AcceptBatchController],
      providers: [
        { provide: EVENT_INTAKE, useValue: intake },
        { provide: ReleasedEventTypes, useClass: eventTypes },
        RecentEventTypes,
        EventLog,
        AcceptEventHandler,
        AcceptBatchHandler,
        WaitForOutcomeHandler,
      ],
    };
  }
}
