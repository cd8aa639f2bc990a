import { joinId } from './separator.js';

export const GRANTS_COLLECTION = 'grants';

/** One thing that is given. Amounts are in units of the scale of what they are of. */
export type GrantPart =
  | { readonly currency: string; readonly amount: number }
  | { readonly stat: string; readonly amount: number }
  | { readonly title: string }
  | { readonly item: string; readonly quantity: number };

/**
 * - `pending`: waits until it is approved.
 * - `approved`: its payment is ordered.
 * - `granted`: paid; where it is to be claimed, ready to be.
 * - `claimed`: claimed and paid.
 * - `failed`: could not be paid; tried again a few times, and when an operator says so.
 * - `not_eligible`: won and not given, with the reason.
 * - `expired`: was not claimed in time.
 * - `revoked`: taken back, or given up before it was paid.
 */
export type GrantState =
  'pending' | 'approved' | 'granted' | 'claimed' | 'failed' | 'not_eligible' | 'expired' | 'revoked';

/** What one player is given for one cause: a place at the end of a window. There is one for each cause, however often it is looked at. */
export interface GrantDocument {
  /** `grantDocumentId` */
  readonly _id: string;
  readonly workspace: string;
  /** Derives from the cause. */
  readonly grantId: string;
  /** `rewardScheduleId` */
  readonly schedule: string;
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  /** Part of the board; empty for the whole. */
  readonly part: string;
  readonly playerId: string;
  /** Name of the tier. */
  readonly tier: string;
  readonly rank: number;
  readonly score: number;
  /** Keys of the rewards. */
  readonly rewards: readonly string[];
  readonly parts: readonly GrantPart[];
  readonly state: GrantState;
  /** Why it is `failed` or `not_eligible`, or could not be taken back. */
  readonly cause?: { readonly code: string; readonly detail: string };
  /** For how long it can be claimed, ms; absent where nothing is to be claimed. */
  readonly claimMs?: number;
  /** Until when, ms; set when it can be. */
  readonly claimBy?: number;
  readonly claimedAt?: number;
  /** Number of the payment that is the latest one: each is ordered under an id of its own, and only a refused one has a next. */
  readonly attempt: number;
  /** How often it could not be paid; absent where it never failed. */
  readonly failures?: number;
  /** When what is under way is ordered (again), ms; absent where nothing is. */
  readonly dueAt?: number;
  /** Who orders just now. */
  readonly takenBy?: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it was paid, ms. */
  readonly paidAt?: number;
  /** Event time of the payment, ms: what is taken back is taken from the same windows. */
  readonly paidFor?: number;
  /** Id of who approved or rejected it. */
  readonly decidedBy?: string;
  readonly revocation?: { readonly reason: string; readonly by: string; readonly attempt: number };
}

export const grantDocumentId = (workspace: string, grantId: string): string => joinId(workspace, grantId);

export const REWARD_RUNS_COLLECTION = 'rewardRuns';

/** What became of a window that a schedule is for: made once, and done once. */
export interface RewardRunDocument {
  /** `rewardRunId` */
  readonly _id: string;
  readonly workspace: string;
  /** `rewardScheduleId` */
  readonly schedule: string;
  /** `boardId` */
  readonly board: string;
  readonly window: string;
  /** Release that says who wins what. */
  readonly release: number;
  /** `granting` until every winner has a grant. */
  readonly state: 'granting' | 'done';
  /** Grants there are, by the name of the tier; not yet known while `granting`. */
  readonly winners?: Readonly<Record<string, number>>;
  /** When it began, ms. */
  readonly createdAt: number;
  readonly finishedAt?: number;
}

export const rewardRunId = (workspace: string, schedule: string, board: string, window: string): string =>
  joinId(workspace, schedule, board, window);
