import { Env } from '@laurel/platform-config';
import { IsInt, Max, Min } from 'class-validator';

/** How much of an instance dry runs may take. */
export class DryRunConfig {
  @Env('LAUREL_DRY_RUN_MAX_EVENTS', {
    description: 'Recorded events that one dry run may decide again.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  readonly maxEvents: number = 100_000;

  @Env('LAUREL_DRY_RUN_CONCURRENCY', {
    description: 'Dry runs at a time, of all workspaces together; of one workspace there is one.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(64)
  readonly concurrency: number = 2;

  @Env('LAUREL_DRY_RUN_TIMEOUT_MS', {
    description:
      'How long a dry run may take, in ms; it reads all of its workspace’s history up to the end of its range.',
    as: 'integer',
  })
  @IsInt()
  @Min(1_000)
  @Max(3_600_000)
  readonly timeoutMs: number = 60_000;

  @Env('LAUREL_DRY_RUN_PLAYERS_IN_MEMORY', {
    description:
      'Players that a dry run holds in memory; with more in the workspace, it reads the history several times. Ranks of a dry run ' +
      'of one event are counted on leaderboards of no more players.',
    as: 'integer',
  })
  @IsInt()
  @Min(1_000)
  @Max(10_000_000)
  readonly playersInMemory: number = 100_000;
}
