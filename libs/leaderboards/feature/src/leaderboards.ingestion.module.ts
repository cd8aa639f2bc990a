import type { Topics } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { RequestReply, RequestReplyModule, TOPICS } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Module } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoAnnouncedBoards } from './adapters/announced-boards.mongo.js';
import { MongoBoardPlayerStore } from './adapters/board-player-store.mongo.js';
import { BoardDirectory } from './board-directory/board-directory.js';
import { JoinWindowController } from './join-window/join-window.controller.js';
import { JoinWindowHandler } from './join-window/join-window.handler.js';
import { StandingOrders } from './order-standing/standing-orders.js';

/** Leaderboards as the ingestion gateway sees them: joining. Needs `KafkaModule` and `MongoModule`. */
@Module({
  imports: [RequestReplyModule],
  controllers: [JoinWindowController],
  providers: [
    {
      provide: JoinWindowHandler,
      inject: [MONGO_DB, RequestReply, TOPICS],
      useFactory: (db: Db, requests: RequestReply, topics: Topics) =>
        new JoinWindowHandler(
          new BoardDirectory(new MongoAnnouncedBoards(db), systemClock),
          new MongoBoardPlayerStore(db),
          new StandingOrders(requests, topics, systemClock),
        ),
    },
  ],
})
export class LeaderboardsIngestionModule {}
