import { type JsonSchema, exactly } from '@laurel/rules-domain';

/** Who of those that share the place at the edge of a tier is in: all, none, or those who come first. */
export type TierTies = 'all' | 'none' | 'first';

/** Places, counted from 1, both included. */
export interface RankRange {
  readonly from: number;
  readonly to: number;
}

/** Who a tier is for: some places, the best so many percent, or whoever came to a score. */
export type TierReach = { readonly ranks: RankRange } | { readonly topPercent: number } | { readonly minScore: number };

/** One step of a schedule. */
export type RewardTier = TierReach & {
  readonly name: string;
  /** Keys of rewards. */
  readonly rewards: readonly string[];
};

/** What becomes of the standings of a leaderboard when a window ends. A player gets what the first tier gives that fits. */
export interface RewardScheduleDefinition {
  readonly key: string;
  /** Key. */
  readonly leaderboard: string;
  /** Names of windows; absent: all that end. */
  readonly windows?: readonly string[];
  /**
   * Key of a split: each of its parts has winners of its own. `league`: each group of the leaderboard's league; `league:<tier>`: those
   * of one tier. Absent: the whole leaderboard.
   */
  readonly per?: string;
  readonly tiers: readonly RewardTier[];
  /** `all` where absent. */
  readonly ties?: TierTies;
  /** Places between two tiers may get nothing. */
  readonly gaps?: true;
  /** `manual`: grants wait until they are approved. */
  readonly approval?: 'manual';
  /** Winners are given it when they claim it, before so much time has passed. */
  readonly claim?: { readonly withinSeconds: number };
  /** Who is in none of it is not eligible. */
  readonly eligible?: { readonly segment: string };
}

/** A schedule as released. */
export interface ReleasedRewardSchedule extends RewardScheduleDefinition {
  /** Number of the release in which the key began. */
  readonly incarnation: number;
}

/** Name of a schedule in every store: one that comes back under its key is another one. */
export const rewardScheduleId = ({ key, incarnation }: Pick<ReleasedRewardSchedule, 'key' | 'incarnation'>): string =>
  `${key}@${incarnation}`;

const slug = { $ref: '#/$defs/slug' };
/** The key of one, or a tier of the league. */
const split = { type: 'string', pattern: '^(league:)?[a-z0-9][a-z0-9_-]{0,62}$' };
const place = { type: 'integer', minimum: 1, maximum: 10_000_000 };
const common = { name: slug, rewards: { type: 'array', minItems: 1, maxItems: 20, uniqueItems: true, items: slug } };

const tier = {
  type: 'object',
  if: { required: ['ranks'] },
  then: exactly({ ...common, ranks: exactly({ from: place, to: place }) }),
  else: {
    if: { required: ['topPercent'] },
    then: exactly({ ...common, topPercent: { type: 'number', exclusiveMinimum: 0, maximum: 100 } }),
    else: exactly({
      ...common,
      minScore: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
    }),
  },
};

const YEAR_SECONDS = 366 * 86_400;

/** JSON Schema of a reward schedule; refers to `ruleDefinitions`. */
export const rewardScheduleSchema: JsonSchema = exactly(
  {
    key: slug,
    leaderboard: slug,
    windows: { type: 'array', minItems: 1, maxItems: 100, uniqueItems: true, items: slug },
    per: split,
    tiers: { type: 'array', minItems: 1, maxItems: 100, items: tier },
    ties: { enum: ['all', 'none', 'first'] },
    gaps: { const: true },
    approval: { enum: ['manual'] },
    claim: exactly({ withinSeconds: { type: 'integer', minimum: 1, maximum: YEAR_SECONDS } }),
    eligible: exactly({ segment: slug }),
  },
  ['windows', 'per', 'ties', 'gaps', 'approval', 'claim', 'eligible'],
);
