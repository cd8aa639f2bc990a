import { systemClock } from '@laurel/kernel';
import { Module } from '@nestjs/common';
import { EventHistory } from './get-event/event-history.js';
import { MongoEventHistory } from './get-event/event-history.mongo.js';
import { CommandLog } from './order-event/command-log.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineStore } from './quarantine/quarantine.store.js';
import { MongoQuarantineStore } from './quarantine/quarantine.store.mongo.js';
import { ReviewEventHandler } from './quarantine/review-event.handler.js';
import { VOID_CLOCK } from './void-event/void-clock.js';
import { VoidEventController } from './void-event/void-event.controller.js';
import { VoidEventHandler } from './void-event/void-event.handler.js';

/** What the admin gateway hosts of events: taking them back, and looking at those that were held back. Needs `KafkaModule` and `MongoModule`. */
@Module({
  controllers: [VoidEventController, QuarantineController],
  providers: [
    CommandLog,
    VoidEventHandler,
    ReviewEventHandler,
    { provide: QuarantineStore, useClass: MongoQuarantineStore },
    { provide: EventHistory, useClass: MongoEventHistory },
    { provide: VOID_CLOCK, useValue: systemClock },
  ],
})
export class EventsAdminModule {}
