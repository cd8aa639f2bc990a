import type { Topics } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { RequestReply, RequestReplyModule, TOPICS } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Module } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoBoardPlayerStore } from './adapters/board-player-store.mongo.js';
import { BoardDirectory } from './board-directory/board-directory.js';
import { BOARD_DIRECTORY } from './board-directory/board-directory.provider.js';
import { JoinWindowController } from './join-window/join-window.controller.js';
import { JoinWindowHandler } from './join-window/join-window.handler.js';
import { StandingOrders } from './order-standing/standing-orders.js';

/** Leaderboards as the ingestion gateway sees them: joining. Needs `KafkaModule` and `MongoModule`. */
@Module({
  imports: [RequestReplyModule],
  controllers: [JoinWindowController],
  providers: [
    BOARD_DIRECTORY,
    {
      provide: JoinWindowHandler,
      inject: [BoardDirectory, MONGO_DB, RequestReply, TOPICS],
      useFactory: (directory: BoardDirectory, db: Db, requests: RequestReply, topics: Topics) =>
        new JoinWindowHandler(
          directory,
          new MongoBoardPlayerStore(db),
          new StandingOrders(requests, topics, systemClock),
        ),
    },
  ],
})
export class LeaderboardsIngestionModule {}
