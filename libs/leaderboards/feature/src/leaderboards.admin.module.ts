import type { Topics } from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { RequestReply, RequestReplyModule, TOPICS } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Module } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoBoardPlayerStore } from './adapters/board-player-store.mongo.js';
import { MongoFrozenCorrections } from './adapters/frozen-corrections.mongo.js';
import { BoardDirectory } from './board-directory/board-directory.js';
import { BOARD_DIRECTORY } from './board-directory/board-directory.provider.js';
import { MongoFrozenWindows } from './frozen/frozen-windows.mongo.js';
import { ModerateStandingController } from './moderate-standing/moderate-standing.controller.js';
import { ModerateStandingHandler } from './moderate-standing/moderate-standing.handler.js';
import { StandingOrders } from './order-standing/standing-orders.js';

/** Leaderboards as the admin gateway sees them: moderation. Needs `KafkaModule` and `MongoModule`. */
@Module({
  imports: [RequestReplyModule],
  controllers: [ModerateStandingController],
  providers: [
    BOARD_DIRECTORY,
    {
      provide: ModerateStandingHandler,
      inject: [BoardDirectory, MONGO_DB, RequestReply, TOPICS],
      useFactory: (directory: BoardDirectory, db: Db, requests: RequestReply, topics: Topics) =>
        new ModerateStandingHandler(
          directory,
          new MongoBoardPlayerStore(db),
          new StandingOrders(requests, topics, systemClock),
          new MongoFrozenWindows(db),
          new MongoFrozenCorrections(db),
          systemClock,
        ),
    },
  ],
})
export class LeaderboardsAdminModule {}
