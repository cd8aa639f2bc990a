import type { Topics } from '@laurel/contracts';
import { type Log, systemClock } from '@laurel/kernel';
import { KafkaProducer, TOPICS } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { LOG, Metrics } from '@laurel/platform-observability';
import { REDIS, type RedisClient } from '@laurel/platform-redis';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoRetiredWindows } from './adapters/retired-windows.mongo.js';
import { ClosingLoop } from './close-windows/closing-loop.js';
import { ClosingStore } from './close-windows/closing-store.mongo.js';
import { closeWindows } from './close-windows/closing-parts.js';
import { type ClosingSteps, type Leadership, NoOffsets, type WorkspaceOffsets } from './close-windows/ports.js';
import { ReleaseBoards } from './close-windows/release-boards.js';
import { SeveralFollowers, type WindowFollowers } from './close-windows/window-followers.js';
import { RetireWindows } from './retire-windows/retire-windows.js';

/** A class that another module exports. */
interface Bound<T> {
  readonly module: DynamicModule;
  readonly useExisting: new (...args: never[]) => T;
}

export interface LeaderboardsClosingOptions {
  readonly redisKeyPrefix: string;
  readonly leadership: Leadership;
  readonly steps: ClosingSteps;
  /** What follows from the end of a window, in this order. */
  readonly followers?: readonly Bound<WindowFollowers>[];
  /** Absent: no workspace has a time of its own. */
  readonly offsets?: Bound<WorkspaceOffsets>;
}

/** Closes windows that have ended. Needs the global modules of Kafka, MongoDB, Redis and observability. */
@Module({})
export class LeaderboardsClosingModule {
  static forRoot({
    redisKeyPrefix: keyPrefix,
    leadership,
    steps,
    followers = [],
    offsets,
  }: LeaderboardsClosingOptions): DynamicModule {
    const makeLoop = (
      db: Db,
      redis: RedisClient,
      producer: KafkaProducer,
      topics: Topics,
      metrics: Metrics,
      log: Log,
      own: WorkspaceOffsets,
      ...bound: WindowFollowers[]
    ): ClosingLoop => {
      const given = { db, producer, topics, metrics, log, leadership, steps, offsets: own, clock: systemClock };
      const ranks = { redis, keyPrefix };
      // Behind all that may still read the rows.
      const retiring = new RetireWindows(
        new ReleaseBoards(new ClosingStore(db)),
        new MongoRetiredWindows(db),
        systemClock,
      );
      const followers = new SeveralFollowers([...bound, retiring]);
      return new ClosingLoop(closeWindows({ ...given, ranks, followers }), log);
    };
    return {
      module: LeaderboardsClosingModule,
      imports: [...followers.map(({ module }) => module), ...(offsets ? [offsets.module] : [])],
      providers: [
        NoOffsets,
        {
          provide: ClosingLoop,
          inject: [
            ...[MONGO_DB, REDIS, KafkaProducer, TOPICS, Metrics, LOG, offsets?.useExisting ?? NoOffsets],
            ...followers.map(({ useExisting }) => useExisting),
          ],
          useFactory: makeLoop,
        },
      ],
    };
  }
}
