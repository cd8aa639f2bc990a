import type { BoardWindowDocument } from '@laurel/contracts';
import { type BoardDefinition, type Entry, isRanked } from '@laurel/leaderboards-domain';
import { RowSum } from './row-sum.js';

/** A frozen window, with the rows that the players' records give it. */
export class FinalWindow {
  readonly given: RowSum;

  constructor(
    readonly document: BoardWindowDocument,
    readonly board: BoardDefinition,
  ) {
    this.given = new RowSum(board);
  }

  /** A player's entry as it was when the window closed. */
  take(playerId: string, entry: Entry): void {
    // What a season of the same key left before is of another time.
    if (!isRanked(this.board, entry) || entry.reachedAt < this.document.start) return;
    this.given.add({ playerId, ...entry });
  }

  /**
   * Whether its rows are those of its players and nothing else. Not where an operator corrected them since, where a new schedule ended it
   * at the place of a release in the log rather than at a time, or where the board keeps its best rows alone and there were more.
   */
  get isOfRecords(): boolean {
    const { corrections = 0, ending } = this.document;
    return corrections === 0 && ending === 'ended' && this.given.count <= this.most;
  }

  /** Rows that the board has at most. */
  get most(): number {
    return this.board.sizeLimit ?? Number.POSITIVE_INFINITY;
  }
}
