import { systemClock } from '@laurel/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { AcceptBatchController } from './accept-batch/accept-batch.controller.js';
import { AcceptBatchHandler } from './accept-batch/accept-batch.handler.js';
import { AcceptEventController } from './accept-event/accept-event.controller.js';
import { AcceptEventHandler } from './accept-event/accept-event.handler.js';
import { EVENT_INTAKE, type EventIntake } from './event-log/event-intake.js';
import { EventLog } from './event-log/event-log.js';

const DAY_MS = 86_400_000;

export interface EventsIngestionOptions {
  /** Events that happened longer ago are refused. */
  readonly maxAgeDays: number;
}

/** What the ingestion gateway hosts of events. Needs `KafkaModule`, and bodies as bytes (`rawBodies`). */
@Module({})
export class EventsIngestionModule {
  static forRoot({ maxAgeDays }: EventsIngestionOptions): DynamicModule {
    const intake: EventIntake = { clock: systemClock, maxAgeMs: maxAgeDays * DAY_MS };
    return {
      module: EventsIngestionModule,
      controllers: [AcceptEventController, AcceptBatchController],
      providers: [{ provide: EVENT_INTAKE, useValue: intake }, EventLog, AcceptEventHandler, AcceptBatchHandler],
    };
  }
}
