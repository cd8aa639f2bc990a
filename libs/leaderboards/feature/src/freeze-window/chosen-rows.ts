import { boardLayout, findWindow } from '@laurel/leaderboards-domain';
import type { ReleaseBoards } from '../close-windows/release-boards.js';
import { type ClosedWindow, FinalRows, type WindowRows } from './window-rows.js';

/**
 * From the ranks where the release in force still ranks the window as it did when it closed, else from the documents: ranks of what no
 * release has are not kept up.
 */
export class ChosenRows extends FinalRows {
  constructor(
    private readonly releases: ReleaseBoards,
    private readonly ranks: FinalRows,
    private readonly documents: FinalRows,
  ) {
    super();
  }

  override async of(closed: ClosedWindow): Promise<WindowRows | undefined> {
    return (await this.isRanked(closed)) ? this.ranks.of(closed) : this.documents.of(closed);
  }

  private async isRanked({ document, board }: ClosedWindow): Promise<boolean> {
    const { workspace, ending, start, end } = document;
    if (ending !== 'ended') return false;
    const now = await this.releases.current(workspace, document.board);
    if (!now || boardLayout(now) !== boardLayout(board)) return false;
    const window = findWindow(now, document.window);
    return window?.start === start && window.end === end;
  }
}
