import { Module } from '@nestjs/common';
import { EventHistory } from './get-event/event-history.js';
import { MongoEventHistory } from './get-event/event-history.mongo.js';
import { GetEventController } from './get-event/get-event.controller.js';
import { GetEventHandler } from './get-event/get-event.handler.js';

/** Events as the query gateway sees them: what became of each. */
@Module({
  controllers: [GetEventController],
  providers: [GetEventHandler, { provide: EventHistory, useClass: MongoEventHistory }],
})
export class EventsQueryModule {}
