import { type BoardDefinition, compareResults, sharesRanks } from '@laurel/leaderboards-domain';
import type { FoundRow } from './window-rows.js';

/** Numbers rows as they come, in the order of the board: what `rankEntries` gives of all of them at once. */
export class RowRanks {
  /** Rows so far. */
  count = 0;
  private rank = 0;
  private above: Pick<FoundRow, 'score' | 'columns'> | undefined;

  constructor(private readonly board: Pick<BoardDefinition, 'order' | 'ties' | 'numbering'>) {}

  next({ score, columns }: FoundRow): number {
    const shares =
      this.above !== undefined &&
      sharesRanks(this.board) &&
      compareResults(this.board, this.above, { score, columns }) === 0;
    this.count += 1;
    if (!shares) this.rank = this.board.numbering === 'dense' && sharesRanks(this.board) ? this.rank + 1 : this.count;
    this.above = { score, columns };
    return this.rank;
  }
}
