import type { Topics } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { KAFKA, type KafkaClient, KafkaProducer, TOPICS } from '@laurel/platform-kafka';
import { type DynamicModule, Module } from '@nestjs/common';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { DeadLetters } from './dead-letters/dead-letters.kafka.js';
import { ListDeadLettersHandler } from './dead-letters/list-dead-letters.handler.js';
import { type ReadProblem, ReplayDeadLettersHandler } from './dead-letters/replay-dead-letters.handler.js';
import { EventHistory } from './get-event/event-history.js';
import { MongoEventHistory } from './get-event/event-history.mongo.js';
import { CommandLog } from './order-event/command-log.js';
import { ListQuarantineHandler } from './quarantine/list-quarantine.handler.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineStore } from './quarantine/quarantine.store.js';
import { MongoQuarantineStore } from './quarantine/quarantine.store.mongo.js';
import { ReviewEventHandler } from './quarantine/review-event.handler.js';
import { VOID_CLOCK } from './void-event/void-clock.js';
import { VoidEventController } from './void-event/void-event.controller.js';
import { VoidEventHandler } from './void-event/void-event.handler.js';

export interface EventsAdminOptions {
  /** Why scoring can't read a message, for those that are to be sent again. */
  readonly readProblem: ReadProblem;
}

/** Older letters, and more of them, are for the command line. */
const NEWEST_LETTERS_OF_PARTITION = 2_000;

/**
 * What the admin gateway hosts of events: taking them back, looking at those that were held back, and messages that could not
 * be processed. Needs `KafkaModule` and `MongoModule`.
 */
@Module({})
export class EventsAdminModule {
  static forRoot({ readProblem }: EventsAdminOptions): DynamicModule {
    return {
      module: EventsAdminModule,
      controllers: [VoidEventController, QuarantineController, DeadLettersController],
      providers: [
        CommandLog,
        VoidEventHandler,
        ListQuarantineHandler,
        ReviewEventHandler,
        ListDeadLettersHandler,
        { provide: QuarantineStore, useClass: MongoQuarantineStore },
        { provide: EventHistory, useClass: MongoEventHistory },
        { provide: VOID_CLOCK, useValue: systemClock },
        {
          provide: DeadLetters,
          inject: [KAFKA, TOPICS],
          useFactory: (kafka: KafkaClient, topics: Topics) =>
            new DeadLetters(kafka, topics, NEWEST_LETTERS_OF_PARTITION),
        },
        {
          provide: ReplayDeadLettersHandler,
          inject: [DeadLetters, KafkaProducer, TOPICS],
          useFactory: (letters: DeadLetters, producer: KafkaProducer, topics: Topics) =>
            new ReplayDeadLettersHandler(letters, producer, topics, readProblem),
        },
      ],
    };
  }
}
