import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Topics } from '@laurel/contracts';
import { type Log, Slots, WorkspaceClocks, ordinaryTime, systemClock } from '@laurel/kernel';
import { BroadcastConsumer, KAFKA, TOPICS } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { LOG, Metrics } from '@laurel/platform-observability';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import type { Db } from 'mongodb';
import { MongoAnnouncedBoards } from './adapters/announced-boards.mongo.js';
import { MongoClosedWindows } from './adapters/closed-windows.mongo.js';
import { MongoCommittedPositions } from './adapters/committed-positions.mongo.js';
import { MongoLeaguePlayers } from './adapters/league-players.mongo.js';
import { MongoFrozenCorrections } from './adapters/frozen-corrections.mongo.js';
import { MongoPlayerEntries } from './adapters/player-entries.mongo.js';
import { MongoStandingHistory } from './adapters/standing-history.mongo.js';
import { RedisRankStore } from './adapters/rank-store.redis.js';
import { AnnouncedBoards } from './board-directory/announced-boards.js';
import { BoardDirectory } from './board-directory/board-directory.js';
import { ExportWindowController } from './export-window/export-window.controller.js';
import { ExportWindowHandler } from './export-window/export-window.handler.js';
import { FrozenCorrections } from './correct-frozen/frozen-corrections.js';
import { GetAroundController } from './get-around/get-around.controller.js';
import { GetAroundHandler } from './get-around/get-around.handler.js';
import { MongoFrozenWindows } from './frozen/frozen-windows.mongo.js';
import { FrozenWindows } from './frozen/frozen-windows.js';
import { FirstPageShortcut } from './get-page/first-page.shortcut.js';
import { GetLeagueController } from './get-league/get-league.controller.js';
import { GetLeagueHandler } from './get-league/get-league.handler.js';
import { LeaguePlayers } from './get-league/league-players.js';
import { GetPageController } from './get-page/get-page.controller.js';
import { GetPageHandler } from './get-page/get-page.handler.js';
import { SharedPages } from './get-page/shared-pages.js';
import { GetPercentilesController } from './get-percentiles/get-percentiles.controller.js';
import { GetPercentilesHandler } from './get-percentiles/get-percentiles.handler.js';
import { GetPlayerBoardsController } from './get-player-boards/get-player-boards.controller.js';
import { GetPlayerBoardsHandler } from './get-player-boards/get-player-boards.handler.js';
import { GetRankHistoryController } from './get-rank-history/get-rank-history.controller.js';
import { GetRankHistoryHandler } from './get-rank-history/get-rank-history.handler.js';
import { ListBoardsController } from './list-boards/list-boards.controller.js';
import { ListBoardsHandler } from './list-boards/list-boards.handler.js';
import { ListPartsController } from './list-parts/list-parts.controller.js';
import { ListPartsHandler } from './list-parts/list-parts.handler.js';
import { ClosedWindows } from './list-windows/closed-windows.js';
import { GetRowsController } from './get-rows/get-rows.controller.js';
import { GetRowsHandler } from './get-rows/get-rows.handler.js';
import { GetSpanController } from './get-span/get-span.controller.js';
import { GetSpanHandler } from './get-span/get-span.handler.js';
import { GetStandingController } from './get-standing/get-standing.controller.js';
import { GetStandingHandler } from './get-standing/get-standing.handler.js';
import { ListWindowsController } from './list-windows/list-windows.controller.js';
import { ListWindowsHandler } from './list-windows/list-windows.handler.js';
import { CommittedHistory } from './rank-freshness/committed-history.js';
import { CommittedPositionsSource } from './rank-freshness/committed-positions.js';
import { BoardAnswers } from './reading/board-answers.js';
import { BoardReader } from './reading/board-reader.js';
import { PlayerEntries } from './reading/player-entries.js';
import { RankStore } from './reading/rank-store.js';
import { StandingHistory } from './trail/standing-history.js';
import { TrailController } from './trail/trail.controller.js';
import { TrailHandler } from './trail/trail.handler.js';
import { BoardViews } from './watch-board/board-views.js';
import { StandingsWakes } from './watch-board/standings-wakes.js';
import { WatchBoardTopic } from './watch-board/watch-board.topic.js';

export interface LeaderboardsQueryOptions {
  /** Starts the name of every key in Redis. */
  readonly redisKeyPrefix: string;
}

/** Views read at a time: enough to keep Redis busy, few enough that none of them waits for long in its queue. */
const CONCURRENT_VIEW_READS = 32;

type Kafka = ConstructorParameters<typeof BroadcastConsumer>[0];

const READING: readonly Provider[] = [
  { provide: AnnouncedBoards, inject: [MONGO_DB], useFactory: (db: Db) => new MongoAnnouncedBoards(db) },
  { provide: CommittedPositionsSource, inject: [MONGO_DB], useFactory: (db: Db) => new MongoCommittedPositions(db) },
  { provide: FrozenWindows, inject: [MONGO_DB], useFactory: (db: Db) => new MongoFrozenWindows(db) },
  { provide: LeaguePlayers, inject: [MONGO_DB], useFactory: (db: Db) => new MongoLeaguePlayers(db) },
  { provide: PlayerEntries, inject: [MONGO_DB], useFactory: (db: Db) => new MongoPlayerEntries(db) },
  { provide: ClosedWindows, inject: [MONGO_DB], useFactory: (db: Db) => new MongoClosedWindows(db) },
  { provide: StandingHistory, inject: [MONGO_DB], useFactory: (db: Db) => new MongoStandingHistory(db) },
  { provide: FrozenCorrections, inject: [MONGO_DB], useFactory: (db: Db) => new MongoFrozenCorrections(db) },
  {
    provide: BoardDirectory,
    inject: [AnnouncedBoards, FrozenWindows, { token: WorkspaceClocks, optional: true }],
    useFactory: (boards: AnnouncedBoards, frozen: FrozenWindows, clocks?: WorkspaceClocks) =>
      new BoardDirectory(boards, frozen, systemClock, clocks),
  },
  {
    provide: BoardReader,
    inject: [RankStore, CommittedPositionsSource, PlayerEntries, FrozenWindows],
    useFactory: (ranks: RankStore, source: CommittedPositionsSource, players: PlayerEntries, frozen: FrozenWindows) =>
      new BoardReader(ranks, new CommittedHistory(source, systemClock), players, frozen, systemClock),
  },
  { provide: SharedPages, useFactory: () => new SharedPages(systemClock) },
  FirstPageShortcut,
];

/** What answers reads. */
export const READ_HANDLERS = [
  BoardAnswers,
  GetPageHandler,
  GetAroundHandler,
  GetStandingHandler,
  GetLeagueHandler,
  GetRowsHandler,
  GetSpanHandler,
  GetPercentilesHandler,
  GetPlayerBoardsHandler,
  GetRankHistoryHandler,
  ListBoardsHandler,
  ListPartsHandler,
] as const;

export const READ_CONTROLLERS = [
  ListBoardsController,
  GetPageController,
  GetAroundController,
  GetRowsController,
  GetSpanController,
  GetPercentilesController,
  GetStandingController,
  GetLeagueController,
  GetRankHistoryController,
  GetPlayerBoardsController,
  ListPartsController,
] as const;

/** The windows themselves, apart from what is read of one. */
const WINDOWS: readonly Provider[] = [
  {
    provide: ListWindowsHandler,
    inject: [AnnouncedBoards, ClosedWindows, { token: WorkspaceClocks, optional: true }],
    useFactory: (boards: AnnouncedBoards, closed: ClosedWindows, clocks: WorkspaceClocks = ordinaryTime) =>
      new ListWindowsHandler(boards, closed, systemClock, clocks),
  },
  {
    provide: ExportWindowHandler,
    inject: [AnnouncedBoards, FrozenWindows],
    useFactory: (boards: AnnouncedBoards, frozen: FrozenWindows) => new ExportWindowHandler(boards, frozen),
  },
];

const WATCHING: readonly Provider[] = [
  {
    provide: BoardViews,
    inject: [BoardDirectory, BoardReader, LOG, Metrics],
    useFactory: (directory: BoardDirectory, reader: BoardReader, log: Log, metrics: Metrics) => {
      const watched = metrics.gauge({
        name: 'laurel_live_views',
        help: 'Distinct views of leaderboards being watched',
      });
      const slots = new Slots(CONCURRENT_VIEW_READS);
      return new BoardViews({ directory, reader, slots, clock: systemClock, log }, (count) => watched.set(count));
    },
  },
  {
    provide: StandingsWakes,
    inject: [KAFKA, TOPICS, BoardViews, LOG],
    useFactory: (kafka: Kafka, topics: Topics, views: BoardViews, log: Log) =>
      new StandingsWakes(new BroadcastConsumer(kafka, 'laurel-live', log), topics.standings, views, log),
  },
  WatchBoardTopic,
];

/** Leaderboards as the query gateway sees them: pages, places, and the live feed's `leaderboard:{key}`. */
@Module({})
export class LeaderboardsQueryModule {
  static forRoot({ redisKeyPrefix }: LeaderboardsQueryOptions): DynamicModule {
    return {
      module: LeaderboardsQueryModule,
      controllers: [...READ_CONTROLLERS, ListWindowsController, ExportWindowController, TrailController],
      providers: [
        {
          provide: RankStore,
          inject: [REDIS],
          useFactory: (redis: RedisClient) => new RedisRankStore(redis, redisKeyPrefix),
        },
        ...READING,
        ...READ_HANDLERS,
        ...WINDOWS,
        TrailHandler,
        ...WATCHING,
      ],
      exports: [GetPlayerBoardsHandler],
    };
  }
}
