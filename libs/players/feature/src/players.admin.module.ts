import { systemClock } from '@laurel/kernel';
import { RequestReplyModule } from '@laurel/platform-kafka';
import { ErasureKey } from '@laurel/platform-event-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { ChangePlayerController } from './change-player/change-player.controller.js';
import { ChangePlayerHandler } from './change-player/change-player.handler.js';
import { ChangeStatusController } from './change-status/change-status.controller.js';
import { ChangeStatusHandler } from './change-status/change-status.handler.js';
import { CorrectPlayerController } from './correct-player/correct-player.controller.js';
import { CorrectPlayerHandler } from './correct-player/correct-player.handler.js';
import { ErasePlayerController } from './erase-player/erase-player.controller.js';
import { ErasePlayerHandler } from './erase-player/erase-player.handler.js';
import { Erasures } from './erase-player/erasures.js';
import { MongoErasures } from './erase-player/erasures.mongo.js';
import { GetPlayerHandler } from './get-player/get-player.handler.js';
import { PlayerStore } from './get-player/player-store.js';
import { MongoPlayerStore } from './get-player/player-store.mongo.js';
import { ImportPlayersController } from './import-players/import-players.controller.js';
import { ImportPlayersHandler } from './import-players/import-players.handler.js';
import { ImportStore } from './import-players/import-store.js';
import { MongoImportStore } from './import-players/import-store.mongo.js';
import { MergePlayerController } from './merge-player/merge-player.controller.js';
import { MergePlayerHandler } from './merge-player/merge-player.handler.js';
import { OrderChangeHandler, PLAYERS_CLOCK } from './order-change/order-change.handler.js';

export interface PlayersAdminOptions {
  /** What names erased players; see `ErasureKey`. */
  readonly erasureKey: string;
}

/** What the admin gateway hosts of players: changing and erasing them. Needs `KafkaModule` and `MongoModule`. */
@Module({})
export class PlayersAdminModule {
  static forRoot({ erasureKey }: PlayersAdminOptions): DynamicModule {
    return {
      module: PlayersAdminModule,
      imports: [RequestReplyModule],
      controllers: [
        ChangePlayerController,
        ChangeStatusController,
        CorrectPlayerController,
        ErasePlayerController,
        ImportPlayersController,
        MergePlayerController,
      ],
      providers: [
        ChangePlayerHandler,
        ChangeStatusHandler,
        CorrectPlayerHandler,
        ErasePlayerHandler,
        GetPlayerHandler,
        ImportPlayersHandler,
        MergePlayerHandler,
        OrderChangeHandler,
        { provide: ErasureKey, useValue: new ErasureKey(erasureKey) },
        { provide: Erasures, useClass: MongoErasures },
        { provide: ImportStore, useClass: MongoImportStore },
        { provide: PlayerStore, useClass: MongoPlayerStore },
        { provide: PLAYERS_CLOCK, useValue: systemClock },
      ],
    };
  }
}
