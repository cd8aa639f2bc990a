import type { GrantDocument, GrantState, Page, RewardRunDocument } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';

/** The grants of a window that one schedule makes. */
export type GrantsOfWindow = Pick<GrantDocument, 'workspace' | 'schedule' | 'board' | 'window'>;

/** A change of the state of one grant: made where the grant is as it demands, by one of all who try. */
export type GrantMove =
  | { readonly kind: 'approve'; readonly by: string }
  | { readonly kind: 'reject'; readonly by: string; readonly reason: string }
  | { readonly kind: 'retry' }
  | { readonly kind: 'claim' }
  /** Of what was not paid: nothing has to be taken back. */
  | { readonly kind: 'give_up'; readonly by: string; readonly reason: string }
  | { readonly kind: 'revoke'; readonly by: string; readonly reason: string };

/** What time it is, ms: in the workspace, and here, by which orders are repeated. */
export interface GrantTimes {
  readonly workspace: number;
  readonly here: number;
}

/** Which grants are listed, newest first. */
export interface GrantQuery {
  readonly workspace: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Key of the schedule. */
  readonly source?: string | undefined;
  /** Key of the board. */
  readonly leaderboard?: string | undefined;
  readonly window?: string | undefined;
  readonly state?: GrantState | undefined;
  readonly playerId?: string | undefined;
}

/** Which windows of a schedule are listed, newest first. */
export interface RunQuery {
  readonly workspace: string;
  /** Key of the schedule. */
  readonly source: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** How many grants of a window are in a state, and what they come to. */
export interface StateTotals {
  readonly state: GrantState;
  readonly grants: number;
  /** By key of the currency, in units of its scale. */
  readonly currencies: Readonly<Record<string, number>>;
}

export type RunWithTotals = RewardRunDocument & { readonly totals: readonly StateTotals[] };

/** Where grants are kept, and how far windows are with them. */
export abstract class GrantStore {
  /** Begins the run of a window, unless it was begun before. */
  abstract beginRun(run: RewardRunDocument): Promise<RewardRunDocument>;
  abstract finishRun(run: RewardRunDocument, finishedAt: number): Promise<void>;
  /** Adds those that are missing; what is there stays as it is. */
  abstract addMissing(workspace: string, grants: readonly GrantDocument[]): Promise<void>;
  /** Approves all of a window that wait for it. */
  abstract approveAll(of: GrantsOfWindow, by: string, times: GrantTimes): Promise<number>;
  abstract find(workspace: string, grantId: string): Promise<GrantDocument | undefined>;
  /** @returns the grant afterwards; undefined where it is not as the move demands */
  abstract move(
    workspace: string,
    grantId: string,
    move: GrantMove,
    times: GrantTimes,
  ): Promise<GrantDocument | undefined>;
  /** Error: `http.invalid_input` for a cursor of another list. */
  abstract list(query: GrantQuery): Promise<Result<Page<GrantDocument>, DomainError>>;
  /** Whether any release has, or had, a schedule of this key. */
  abstract hasSchedule(workspace: string, source: string): Promise<boolean>;
  abstract hasPlayer(workspace: string, playerId: string): Promise<boolean>;
  /** Those of a schedule for one window; several where the schedule or the board came back under its key. */
  abstract runsOf(workspace: string, source: string, window: string): Promise<readonly RewardRunDocument[]>;
  /** Newest first. Error: `http.invalid_input` for a cursor of another list. */
  abstract runs(query: RunQuery): Promise<Result<Page<RunWithTotals>, DomainError>>;
}
