import type { BoardDefinition, Entry } from '@laurel/leaderboards-domain';

/** Injects `RankProjection`. */
export const RANK_PROJECTION = Symbol('laurel.rank-projection');

export interface RankedEntry {
  readonly playerId: string;
  readonly entry: Pick<Entry, 'score' | 'columns' | 'reachedAt' | 'parts' | 'awaiting' | 'hidden'>;
}

/** One board of one workspace, as the release in force has it. */
export interface ReleasedBoard {
  readonly workspace: string;
  readonly board: BoardDefinition;
}

/** What one partition changed on one board: absolute entries, so that applying them again changes nothing. */
export interface BoardChange {
  readonly workspace: string;
  readonly board: BoardDefinition;
  readonly partition: number;
  /** The partition's mark on the board that the change builds on; undefined when it never touched it. */
  readonly from: string | undefined;
  /** The mark that it leaves. */
  readonly to: string;
  /** Latest decision time in the change, ms. */
  readonly decidedAt: number;
  /** by window key */
  readonly windows: ReadonlyMap<string, readonly RankedEntry[]>;
  /** Players who leave every window of the board that they have no entry of here. */
  readonly gone?: readonly string[];
}

/** Players who stand in one window of a board. */
export interface RankedPlayers {
  readonly window: string;
  readonly playerIds: readonly string[];
}

/**
 * The ranks, a projection of player state. Each partition leaves a mark on each board: the position up to which its changes
 * are in. A change applies only onto the mark it builds on, whole or not at all.
 */
export interface RankProjection {
  /** @returns `applied`, or the mark that was found instead of `from` (undefined: none) and nothing changed */
  apply(change: BoardChange): Promise<'applied' | { readonly found: string | undefined }>;
  /** The partition's marks on these boards, in their order. A board whose rows are written in another way has none yet. */
  marks(partition: number, boards: readonly ReleasedBoard[]): Promise<(string | undefined)[]>;
  /** Everyone in the ranks of a board, in batches; who comes or goes meanwhile may be missing or be given twice. */
  playersOf(workspace: string, board: BoardDefinition): AsyncIterable<RankedPlayers>;
  /**
   * Takes a player off these boards (`boardId`), whatever release they are of.
   */
  forget(workspace: string, boards: readonly string[], playerId: string): Promise<void>;
}
