import type { BoardWindowDocument } from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import type { ReleaseBoards } from '../close-windows/release-boards.js';
import type { WindowFollowers } from '../close-windows/window-followers.js';
import type { RetiredWindows } from './retired-windows.js';

/**
 * Lets the rows of old windows go when another one of their definition has closed: the board says how many are kept. What followed
 * from their ends stays, and so does the entry that they were.
 */
export class RetireWindows implements WindowFollowers {
  constructor(
    private readonly boards: Pick<ReleaseBoards, 'current'>,
    private readonly store: RetiredWindows,
    private readonly clock: Clock,
  ) {}

  async afterFrozen({ workspace, board: id, name }: BoardWindowDocument): Promise<void> {
    const board = await this.boards.current(workspace, id);
    if (board?.keepWindows === undefined) return;
    const series = { workspace, board: id, name };
    for (;;) {
      const old = await this.store.beyond(series, board.keepWindows);
      if (old.length === 0) return;
      for (const window of old) await this.store.retire(window, this.clock.now());
    }
  }
}
