import { Module } from '@nestjs/common';
import { EventHistory } from './get-event/event-history.js';
import { MongoEventHistory } from './get-event/event-history.mongo.js';
import { GetEventController } from './get-event/get-event.controller.js';
import { GetEventHandler } from './get-event/get-event.handler.js';
import { EventListing } from './list-events/event-listing.js';
import { MongoEventListing } from './list-events/event-listing.mongo.js';
import { ListEventsController } from './list-events/list-events.controller.js';
import { ListEventsHandler } from './list-events/list-events.handler.js';

/** Events as the query gateway sees them: what became of each. */
@Module({
  controllers: [GetEventController, ListEventsController],
  providers: [
    GetEventHandler,
    ListEventsHandler,
    { provide: EventHistory, useClass: MongoEventHistory },
    { provide: EventListing, useClass: MongoEventListing },
  ],
})
export class EventsQueryModule {}
