import { formatPosition, playerDocumentId } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { boardKey } from '../partition/board-key.js';
import type { PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import { RANK_PROJECTION, type RankProjection, type RankedEntry } from '../partition/rank-projection.port.js';
import { LOG } from '@laurel/platform-observability';
import type { Committed } from './commit.step.js';
import type { MovedBoard } from './moved-boards.js';

/**
 * Brings a committed batch into the ranks: one change per board, absolute entries, each player once. A board whose ranks are
 * not where the batch builds on, or that can't be reached, is noted as behind and repaired from the records: scoring goes
 * on, and reads say `warming` meanwhile.
 */
@Injectable()
export class ProjectStep {
  constructor(
    @Inject(RANK_PROJECTION) private readonly projection: RankProjection,
    @Inject(ProgramCache) private readonly programs: ProgramCache,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async project(state: PartitionState, batch: Committed): Promise<void> {
    await Promise.all(
      batch.boards.map(async (ref) => {
        const key = boardKey(ref);
        if (state.behind.has(key)) return;
        const program = await this.programs.get(ref.workspace, state.releaseOf(ref.workspace));
        const board = program?.boards.get(ref.board);
        // A later release in the same batch dropped the board: nobody reads it any more.
        if (!board) return;
        const found = await this.projection
          .apply({
            workspace: ref.workspace,
            board: board.definition,
            partition: state.partition,
            from: ref.previous,
            to: formatPosition(batch.checkpoint),
            decidedAt: batch.checkpoint.decidedAt,
            windows: entriesOf(ref, batch.players),
            gone: [...ref.corrected],
          })
          .catch((error: unknown) => ({ found: `unknown: ${String(error)}` }));
        if (found === 'applied') return;
        state.behind.add(key);
        this.log.warn(
          { partition: state.partition, workspace: ref.workspace, board: ref.board, found: found.found },
          'ranks.behind',
        );
      }),
    );
  }
}

/**
 * Entries of a board's players as they are after the batch, by window: of those who were changed in it, and all entries of the
 * players who had an event taken back, or whose status changed.
 */
function entriesOf(
  { workspace, board, windows, corrected }: MovedBoard,
  players: Committed['players'],
): Map<string, RankedEntry[]> {
  const entries = new Map<string, RankedEntry[]>(Array.from(windows.keys(), (window) => [window, []]));
  const boardOf = (playerId: string) => players.get(playerDocumentId(workspace, playerId))?.boards.get(board);
  for (const [window, playerIds] of windows) {
    for (const playerId of playerIds) {
      const entry = corrected.has(playerId) ? undefined : boardOf(playerId)?.get(window);
      if (entry) entries.get(window)?.push({ playerId, entry });
    }
  }
  for (const playerId of corrected) {
    for (const [window, entry] of boardOf(playerId) ?? []) {
      const list = entries.get(window);
      if (list) list.push({ playerId, entry });
      else entries.set(window, [{ playerId, entry }]);
    }
  }
  return entries;
}
