import type { Topics } from '@laurel/contracts';
import type { Clock, Log } from '@laurel/kernel';
import type { KafkaProducer } from '@laurel/platform-kafka';
import type { Metrics } from '@laurel/platform-observability';
import type { Db } from 'mongodb';
import { MongoCommittedPositions } from '../adapters/committed-positions.mongo.js';
import { RedisRankStore } from '../adapters/rank-store.redis.js';
import { ChosenRows } from '../freeze-window/chosen-rows.js';
import { DocumentRows } from '../freeze-window/document-rows.js';
import { FreezeWindow } from '../freeze-window/freeze-window.js';
import { type Ranks, RanksRows } from '../freeze-window/ranks-rows.js';
import { CloseWindows } from './close-windows.js';
import { ClosingMetrics } from './closing-metrics.js';
import { ClosingStore } from './closing-store.mongo.js';
import { FollowReleases } from './follow-releases.js';
import { MarkWindows } from './mark-windows.js';
import type { ClosingSteps, Leadership, WorkspaceOffsets } from './ports.js';
import { ReleaseBoards } from './release-boards.js';
import { SendBarriers } from './send-barriers.js';
import { SettleWindow } from './settle-window.js';
import type { WindowFollowers } from './window-followers.js';

/** What closing windows needs of its surroundings. */
export interface ClosingDependencies {
  readonly db: Db;
  readonly ranks: Ranks;
  readonly producer: Pick<KafkaProducer, 'send'>;
  readonly topics: Pick<Topics, 'events' | 'standings'>;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
  readonly leadership: Leadership;
  readonly offsets: WorkspaceOffsets;
  readonly steps: ClosingSteps;
  readonly followers: WindowFollowers;
  /** Rows that are frozen in one transaction; a hundred thousand unless given. */
  readonly portionRows?: number;
}

/** Puts together what closes windows. */
export function closeWindows(given: ClosingDependencies): CloseWindows {
  const { db, ranks, producer, topics, metrics, clock, log, leadership, offsets, steps, followers } = given;
  const store = new ClosingStore(db);
  const releases = new ReleaseBoards(store);
  const marking = new MarkWindows(store, releases, steps, clock);
  const rows = new ChosenRows(
    releases,
    new RanksRows(new RedisRankStore(ranks.redis, ranks.keyPrefix), new MongoCommittedPositions(db), ranks),
    new DocumentRows(db),
  );
  return new CloseWindows({
    ...{ store, releases, marking, leadership, offsets, clock, log },
    following: new FollowReleases(store, releases, marking, log),
    barriers: new SendBarriers(store, producer, topics, steps, clock),
    freezing: new FreezeWindow(db, rows, steps, clock, given.portionRows),
    settling: new SettleWindow(store, followers, producer, topics, ranks, steps, clock),
    metrics: new ClosingMetrics(metrics, clock, log),
  });
}
