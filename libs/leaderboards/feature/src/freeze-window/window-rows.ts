import type { BoardWindowDocument } from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';

/** A row as it is found, in the order of the board. */
export interface FoundRow {
  readonly playerId: string;
  readonly score: number;
  readonly columns: readonly number[];
  /** Event time, ms; null where ties are shared and it is not known. */
  readonly reachedAt: number | null;
  readonly parts?: readonly string[];
}

/** A window that is to be frozen, with its board as it was when it closed. */
export interface ClosedWindow {
  readonly document: BoardWindowDocument;
  readonly board: BoardDefinition;
}

export interface WindowRows {
  /** About how many there are; never 0 where there are some. */
  readonly total: number;
  /** In the order of the board, in batches. Throws where it turns out that they can't be trusted. */
  readonly rows: AsyncIterable<readonly FoundRow[]>;
}

/** Where the final rows of a window are found, from the positions of its barrier on. */
export abstract class FinalRows {
  /** Undefined while they can't be trusted: they are asked for again. */
  abstract of(window: ClosedWindow): Promise<WindowRows | undefined>;
}
