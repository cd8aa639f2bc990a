import { Module } from '@nestjs/common';
import { ExportPlayerController } from './export-player/export-player.controller.js';
import { ExportPlayerHandler } from './export-player/export-player.handler.js';
import { PlayerHistory } from './export-player/player-history.js';
import { MongoPlayerHistory } from './export-player/player-history.mongo.js';
import { GetPlayerController } from './get-player/get-player.controller.js';
import { GetPlayerHandler } from './get-player/get-player.handler.js';
import { PlayerStore } from './get-player/player-store.js';
import { MongoPlayerStore } from './get-player/player-store.mongo.js';
import { ListPlayersController } from './list-players/list-players.controller.js';
import { ListPlayersHandler } from './list-players/list-players.handler.js';
import { PlayerListing } from './list-players/player-listing.js';
import { MongoPlayerListing } from './list-players/player-listing.mongo.js';

/** Players as the query gateway sees them. */
@Module({
  controllers: [GetPlayerController, ListPlayersController, ExportPlayerController],
  providers: [
    ExportPlayerHandler,
    GetPlayerHandler,
    ListPlayersHandler,
    { provide: PlayerStore, useClass: MongoPlayerStore },
    { provide: PlayerHistory, useClass: MongoPlayerHistory },
    { provide: PlayerListing, useClass: MongoPlayerListing },
  ],
})
export class PlayersQueryModule {}
