import type { Topics } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { KafkaProducer, TOPICS } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Module } from '@nestjs/common';
import type { Db } from 'mongodb';
import { ClosingStore } from './close-windows/closing-store.mongo.js';
import { ReleaseBoards } from './close-windows/release-boards.js';
import { MongoFrozenWindows } from './frozen/frozen-windows.mongo.js';
import { LeagueMoves } from './leagues/league-moves.js';
import { MongoLeagueStore } from './leagues/league-store.mongo.js';

/** What follows for leagues from the end of a window. Needs the global modules of Kafka and MongoDB. */
@Module({
  providers: [
    {
      provide: LeagueMoves,
      inject: [MONGO_DB, KafkaProducer, TOPICS],
      useFactory: (db: Db, producer: KafkaProducer, topics: Topics) =>
        new LeagueMoves(
          new ReleaseBoards(new ClosingStore(db)),
          new MongoFrozenWindows(db),
          new MongoLeagueStore(db),
          producer,
          topics,
          systemClock,
        ),
    },
  ],
  exports: [LeagueMoves],
})
export class LeaderboardsLeaguesModule {}
