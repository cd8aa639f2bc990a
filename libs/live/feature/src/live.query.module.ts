import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Topics } from '@laurel/contracts';
import { type Log, Slots, systemClock } from '@laurel/kernel';
import { BroadcastConsumer, KAFKA, TOPICS } from '@laurel/platform-kafka';
import { LOG, Metrics } from '@laurel/platform-observability';
import { ActivityStore } from './activity/activity-store.js';
import { MongoActivityStore } from './activity/activity-store.mongo.js';
import { GetActivityController } from './activity/get-activity.controller.js';
import { GetActivityHandler } from './activity/get-activity.handler.js';
import { OutcomeHub } from './outcomes/outcome-hub.js';
import { FeedViews } from './watch-feed/feed-views.js';
import { WatchFeedTopic } from './watch-feed/watch-feed.topic.js';
import { PlayerStates } from './watch-player/player-states.js';
import { PlayerViews } from './watch-player/player-views.js';
import { WatchPlayerTopic } from './watch-player/watch-player.topic.js';

type Kafka = ConstructorParameters<typeof BroadcastConsumer>[0];

export interface LiveQueryOptions {
  readonly players: {
    /** Module that exports the class bound to what players have. */
    readonly module: DynamicModule;
    readonly useExisting: new (...args: never[]) => PlayerStates;
  };
}

/** Players read at a time: what watchers of boards and REST need of MongoDB comes first. */
const CONCURRENT_PLAYER_READS = 16;

const WATCHING: readonly Provider[] = [
  {
    provide: PlayerViews,
    inject: [PlayerStates, OutcomeHub, LOG, Metrics],
    useFactory: (states: PlayerStates, hub: OutcomeHub, log: Log, metrics: Metrics) => {
      const watched = metrics.gauge({ name: 'laurel_live_players', help: 'Distinct players being watched' });
      const slots = new Slots(CONCURRENT_PLAYER_READS);
      const views = new PlayerViews({ states, slots, clock: systemClock, log }, (count) => watched.set(count));
      hub.listen(views);
      return views;
    },
  },
  {
    provide: FeedViews,
    inject: [OutcomeHub, Metrics],
    useFactory: (hub: OutcomeHub, metrics: Metrics) => {
      const watched = metrics.gauge({ name: 'laurel_live_feeds', help: 'Distinct feeds of outcomes being watched' });
      const views = new FeedViews(hub, (count) => watched.set(count));
      hub.listen(views);
      return views;
    },
  },
  {
    provide: OutcomeHub,
    inject: [KAFKA, TOPICS, LOG],
    useFactory: (kafka: Kafka, topics: Topics, log: Log) =>
      new OutcomeHub(new BroadcastConsumer(kafka, 'laurel-live-outcomes', log), topics.outcomes, log),
  },
  WatchPlayerTopic,
  WatchFeedTopic,
];

const ACTIVITY: readonly Provider[] = [
  { provide: ActivityStore, useClass: MongoActivityStore },
  {
    provide: GetActivityHandler,
    inject: [ActivityStore],
    useFactory: (store: ActivityStore) => new GetActivityHandler(store, systemClock),
  },
];

/** What is watched besides leaderboards: `player:{id}` and `feed`; and how much happens. Needs the live feed itself, Kafka and observability. */
@Module({})
export class LiveQueryModule {
  static forRoot({ players }: LiveQueryOptions): DynamicModule {
    return {
      module: LiveQueryModule,
      imports: [players.module],
      controllers: [GetActivityController],
      providers: [{ provide: PlayerStates, useExisting: players.useExisting }, ...WATCHING, ...ACTIVITY],
    };
  }
}
