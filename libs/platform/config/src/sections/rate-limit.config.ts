import { IsInt, Max, Min } from 'class-validator';
import { Env } from '../env.decorator.js';

const MOST_PER_SECOND = 10_000_000;

/** How much callers may do. The same for all gateways: they share the budgets. */
export class RateLimitConfig {
  @Env('LAUREL_RATE_LIMIT_KEY_PER_SECOND', {
    description:
      "Requests per second of one key, on all gateways together; ten seconds' worth may come at once. Each event of a batch is " +
      'one. More are refused with 429.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_PER_SECOND)
  readonly keyPerSecond: number = 50_000;

  @Env('LAUREL_RATE_LIMIT_PLAYER_PER_SECOND', {
    description: 'The same of all tokens of one player together.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_PER_SECOND)
  readonly playerPerSecond: number = 200;

  @Env('LAUREL_RATE_LIMIT_WORKSPACE_PER_SECOND', {
    description: 'The same of all credentials of one workspace together.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(MOST_PER_SECOND)
  readonly workspacePerSecond: number = 100_000;
}
