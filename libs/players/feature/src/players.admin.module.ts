import { systemClock } from '@laurel/kernel';
import { RequestReplyModule } from '@laurel/platform-kafka';
import { Module } from '@nestjs/common';
import { ChangePlayerController } from './change-player/change-player.controller.js';
import { ChangePlayerHandler } from './change-player/change-player.handler.js';
import { ChangeStatusController } from './change-status/change-status.controller.js';
import { ChangeStatusHandler } from './change-status/change-status.handler.js';
import { GetPlayerHandler } from './get-player/get-player.handler.js';
import { PlayerStore } from './get-player/player-store.js';
import { MongoPlayerStore } from './get-player/player-store.mongo.js';
import { ImportPlayersController } from './import-players/import-players.controller.js';
import { ImportPlayersHandler } from './import-players/import-players.handler.js';
import { ImportStore } from './import-players/import-store.js';
import { MongoImportStore } from './import-players/import-store.mongo.js';
import { OrderChangeHandler, PLAYERS_CLOCK } from './order-change/order-change.handler.js';

/** What the admin gateway hosts of players: changing them. Needs `KafkaModule` and `MongoModule`. */
@Module({
  imports: [RequestReplyModule],
  controllers: [ChangePlayerController, ChangeStatusController, ImportPlayersController],
  providers: [
    ChangePlayerHandler,
    ChangeStatusHandler,
    GetPlayerHandler,
    ImportPlayersHandler,
    OrderChangeHandler,
    { provide: ImportStore, useClass: MongoImportStore },
    { provide: PlayerStore, useClass: MongoPlayerStore },
    { provide: PLAYERS_CLOCK, useValue: systemClock },
  ],
})
export class PlayersAdminModule {}
