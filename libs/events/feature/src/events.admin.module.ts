import { systemClock } from '@laurel/kernel';
import { Module } from '@nestjs/common';
import { EventHistory } from './get-event/event-history.js';
import { MongoEventHistory } from './get-event/event-history.mongo.js';
import { VOID_CLOCK } from './void-event/void-clock.js';
import { VoidEventController } from './void-event/void-event.controller.js';
import { VoidEventHandler } from './void-event/void-event.handler.js';

/** What the admin gateway hosts of events: taking them back. Needs `KafkaModule` and `MongoModule`. */
@Module({
  controllers: [VoidEventController],
  providers: [
    VoidEventHandler,
    { provide: EventHistory, useClass: MongoEventHistory },
    { provide: VOID_CLOCK, useValue: systemClock },
  ],
})
export class EventsAdminModule {}
