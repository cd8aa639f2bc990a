import { Module } from '@nestjs/common';
import { GetPlayerController } from './get-player/get-player.controller.js';
import { GetPlayerHandler } from './get-player/get-player.handler.js';
import { PlayerStore } from './get-player/player-store.js';
import { MongoPlayerStore } from './get-player/player-store.mongo.js';

/** Players as the query gateway sees them. */
@Module({
  controllers: [GetPlayerController],
  providers: [GetPlayerHandler, { provide: PlayerStore, useClass: MongoPlayerStore }],
})
export class PlayersQueryModule {}
