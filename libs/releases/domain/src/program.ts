import type { EventTypeDefinition, EventTypeDraft } from '@laurel/events-domain';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ReleasedRewardSchedule, RewardDefinition, RewardScheduleDefinition } from '@laurel/rewards-domain';
import type {
  BoostDefinition,
  CurrencyDefinition,
  ReleasedRule,
  RuleDefinition,
  SegmentDefinition,
  StatDefinition,
} from '@laurel/rules-domain';
import type { StartDraft } from './backfill.js';

/** A stat as an operator writes it. */
export type StatDraft = Omit<StatDefinition, 'incarnation' | 'start'> & { readonly start?: StartDraft };

/** A leaderboard as an operator writes it. */
export type BoardDraft = Omit<BoardDefinition, 'incarnation' | 'ties' | 'start' | 'splitsSince'> & {
  readonly start?: StartDraft;
  readonly ties?: Partial<BoardDefinition['ties']>;
};

/** The whole configuration of a workspace as one document: what `POST /v1/releases` takes. */
export interface ProgramDocument {
  readonly stats: readonly StatDraft[];
  readonly rules: readonly RuleDefinition[];
  readonly leaderboards: readonly BoardDraft[];
  /** Absent: no type is defined, so only servers send events, and none is checked. */
  readonly eventTypes?: readonly EventTypeDraft[];
  /** Absent or empty: any currency that rules award is one, without decimals. */
  readonly currencies?: readonly CurrencyDefinition[];
  readonly boosts?: readonly BoostDefinition[];
  readonly segments?: readonly SegmentDefinition[];
  readonly rewards?: readonly RewardDefinition[];
  readonly rewardSchedules?: readonly RewardScheduleDefinition[];
}

/** A program as released: every default written out, every resource with its incarnation. */
export interface ReleasedProgram {
  readonly stats: readonly StatDefinition[];
  readonly rules: readonly ReleasedRule[];
  readonly leaderboards: readonly BoardDefinition[];
  /** Absent where the program has none, as in releases that are older than event types. */
  readonly eventTypes?: readonly EventTypeDefinition[];
  /** Absent where the program declares none. */
  readonly currencies?: readonly CurrencyDefinition[];
  /** What earlier releases had and this one lacks; absent where there is nothing. Players may still have balances of them. */
  readonly retiredCurrencies?: readonly CurrencyDefinition[];
  /** Absent where the program has none. */
  readonly boosts?: readonly BoostDefinition[];
  readonly segments?: readonly SegmentDefinition[];
  readonly rewards?: readonly RewardDefinition[];
  readonly rewardSchedules?: readonly ReleasedRewardSchedule[];
}

/** The program of a workspace that has published nothing: every event is recorded and nothing follows. */
export const EMPTY_PROGRAM: ReleasedProgram = { stats: [], rules: [], leaderboards: [] };

/** A program's size as JSON, in bytes: what is larger could neither be sent nor published as a whole. */
export const MAX_PROGRAM_BYTES = 1_000_000;
