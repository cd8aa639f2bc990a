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
import { SegmentCounts } from './segments/segment-counts.js';
import { SegmentStore } from './segments/segment-store.js';
import { MongoSegmentStore } from './segments/segment-store.mongo.js';
import { SegmentsController } from './segments/segments.controller.js';
import { SegmentsHandler } from './segments/segments.handler.js';

/** Players as the query gateway sees them. */
@Module({
  controllers: [GetPlayerController, ListPlayersController, ExportPlayerController, SegmentsController],
  providers: [
    ExportPlayerHandler,
    GetPlayerHandler,
    ListPlayersHandler,
    SegmentCounts,
    SegmentsHandler,
    { provide: SegmentStore, useClass: MongoSegmentStore },
    { provide: PlayerStore, useClass: MongoPlayerStore },
    { provide: PlayerHistory, useClass: MongoPlayerHistory },
    { provide: PlayerListing, useClass: MongoPlayerListing },
  ],
  exports: [GetPlayerHandler],
})
export class PlayersQueryModule {}
