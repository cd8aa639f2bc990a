import type { TombstoneDocument } from '@laurel/contracts';
import type { Clock, Log } from '@laurel/kernel';
import { EraseHistory } from '@laurel/platform-event-store';
import { LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { ErasureStore } from '../adapters/erasure-store.mongo.js';
import { Failpoints } from '../failpoints.js';
import type { PartitionState } from '../partition/partition-state.js';
import { RANK_PROJECTION, type RankProjection } from '../partition/rank-projection.port.js';
import { SCORING_CLOCK } from '../scoring.tokens.js';
import { PLAYER_TRACES, type PlayerTraces } from './player-traces.port.js';

/** Pages that are written in one go: the partition's batches wait meanwhile. */
const PAGES_AT_A_TIME = 100;
/**
 * For how long after an erasure a request that was under way may still leave a trace: an order waits 5 s for its outcome, and 5 s
 * for its entry in the audit log.
 */
const SETTLE_MS = 10_000;

/**
 * Takes what is left of erased players out of the history, the audit log and the ranks, between the batches of their partition.
 * Erasing itself is done when the batch is committed: the player is gone and nobody is shown what is left. A sweep that is cut
 * short goes on wherever the partition is next, and ends with the id in the tombstone.
 */
@Injectable()
export class SweepErased {
  /** Tombstones of those whose history is all that is left. */
  private readonly begun = new Set<string>();

  constructor(
    @Inject(ErasureStore) private readonly store: ErasureStore,
    @Inject(EraseHistory) private readonly history: EraseHistory,
    @Inject(RANK_PROJECTION) private readonly ranks: RankProjection,
    @Inject(PLAYER_TRACES) private readonly traces: PlayerTraces,
    @Inject(SCORING_CLOCK) private readonly clock: Clock,
    @Inject(Failpoints) private readonly failpoints: Failpoints,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One step for each player; never rejects. */
  async sweep(state: PartitionState): Promise<void> {
    for (const tombstone of state.unswept.values()) {
      try {
        if (await this.sweepOne(state, tombstone)) state.unswept.delete(tombstone._id);
      } catch (error) {
        const { partition } = state;
        this.log.warn({ partition, tombstone: tombstone._id, reason: String(error) }, 'erasure.sweep_failed');
      }
    }
  }

  /** @returns whether nothing is left and nothing can come any more */
  private async sweepOne(
    state: PartitionState,
    { _id, workspace, erasedAt, sweep }: TombstoneDocument,
  ): Promise<boolean> {
    if (!sweep) return true;
    const { playerId } = sweep;
    // Before the look: what comes after it is not looked for.
    const now = this.clock.now() + (state.clocks.get(workspace) ?? 0);
    const isSettled = now - erasedAt >= SETTLE_MS;
    const written = await this.history.erase({ workspace, playerId }, PAGES_AT_A_TIME, () =>
      this.failpoints.reach('swept'),
    );
    const isLast = isSettled && written === 0;
    // Not with every step through a long history: once at its begin, and once behind it.
    if (this.begun.has(_id) && !isLast) return false;
    await this.store.eraseDocuments(workspace, playerId);
    await this.traces.erase(workspace, playerId, _id);
    await this.leaveBoards(state, workspace, playerId);
    this.begun.add(_id);
    if (!isLast) return false;
    await this.store.swept(_id);
    this.begun.delete(_id);
    return true;
  }

  /** Also boards and windows that no release has any more. */
  private async leaveBoards({ boardPositions }: PartitionState, workspace: string, playerId: string): Promise<void> {
    const touched = [...boardPositions.values()].filter((board) => board.workspace === workspace);
    const boards = touched.map(({ board }) => board);
    if (boards.length > 0) await this.ranks.forget(workspace, boards, playerId);
  }
}
