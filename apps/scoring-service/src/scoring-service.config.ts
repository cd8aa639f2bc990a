import {
  Env,
  ErasureConfig,
  EventAgeConfig,
  HttpConfig,
  KafkaConfig,
  LogConfig,
  MongoConfig,
  RedisConfig,
  Section,
} from '@laurel/platform-config';
import { IsInt, Matches, Max, Min } from 'class-validator';

const DEFAULT_PORT = 7104;

export class ScoringServiceConfig {
  @Section()
  readonly http = new HttpConfig(DEFAULT_PORT);

  @Section()
  readonly log = new LogConfig();

  @Section()
  readonly kafka = new KafkaConfig();

  @Section()
  readonly mongo = new MongoConfig();

  @Section()
  readonly redis = new RedisConfig();

  @Section()
  readonly eventAge = new EventAgeConfig();

  @Section()
  readonly erasure = new ErasureConfig();

  @Env('LAUREL_SCORING_PLAYERS_IN_MEMORY', {
    description: 'Players kept in memory per partition; others are read from MongoDB when they come.',
    as: 'integer',
  })
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly playersInMemory: number = 20_000;

  @Env('LAUREL_SCORING_MAX_BATCH', {
    description: 'Most messages that are decided and committed together.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly maxBatch: number = 1_000;

  @Env('LAUREL_SCORING_CONCURRENT_BATCHES', {
    description: 'Partitions of an instance that commit a batch at a time; the batches of the others grow meanwhile.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  readonly concurrentBatches: number = 3;

  @Env('LAUREL_SCORING_SESSION_TIMEOUT_MS', {
    description: 'How long an instance may be silent before its partitions move to another, in ms.',
    as: 'integer',
  })
  @IsInt()
  @Min(6_000)
  @Max(300_000)
  readonly sessionTimeoutMs: number = 15_000;

  @Env('LAUREL_SCORING_MAX_RANKS_LAG_MS', {
    description:
      'How long events are scored on while Redis cannot be reached, in ms. Then partitions with ranks to mend pause, and go ' +
      'on by themselves.',
    as: 'integer',
  })
  @IsInt()
  @Min(1_000)
  @Max(86_400_000)
  readonly maxRanksLagMs: number = 60_000;

  @Env('LAUREL_FAILPOINT', {
    description:
      'For tests alone: `<step>:<n>` kills the process when it has reached the step (claimed, decided, committed, ' +
      'projected, published, swept, marked, barred, freezing, frozen, settling, run_begun, page_granted, granted or approved) ' +
      'the n-th time.',
  })
  @Matches(
    /^(claimed|decided|committed|projected|published|swept|marked|barred|freezing|frozen|settling|run_begun|page_granted|granted|approved)(:[1-9]\d{0,6})?$|^$/,
  )
  readonly failpoint: string = '';
}
