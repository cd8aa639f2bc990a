import { type DomainError, type Result, err } from '@laurel/kernel';
import type { BoardAddress } from './board-players.js';
import { rebuildErrors } from './errors.js';
import { NextGeneration } from './next-generation.js';
import type { RebuildDependencies, RebuildProgress } from './rebuild-dependencies.js';
import { RebuildRun } from './rebuild-run.js';

/**
 * Makes the ranks of a board anew from player documents, beside those that are served, and puts them in their place. Reads and
 * live changes go on undisturbed; what is served is right before, during and after, and players unknown to MongoDB are gone.
 *
 * 1. Each partition's players are read into the next generation. Its committed position from before is then its mark there.
 * 2. Who was touched since is read again, until the mark is the committed position. From there on each live change of the
 *    partition goes into both generations, so that it stays caught up.
 * 3. When no partition is further in what is served, one script swaps.
 *
 * A crash leaves nothing but keys that nobody reads; the next rebuild of the board throws them away.
 */
export class RebuildRanks {
  constructor(private readonly dependencies: RebuildDependencies) {}

  /**
   * @returns how many players were read; `leaderboards.rebuild_under_way`, or `leaderboards.rebuild_lost` when Redis was emptied
   *   meanwhile or this process paused for a minute. Rejects when MongoDB or Redis fails: it may then be begun again.
   */
  async run(
    address: BoardAddress,
    onProgress: (progress: RebuildProgress) => void = () => undefined,
  ): Promise<Result<{ readonly players: number }, DomainError>> {
    const next = new NextGeneration(this.dependencies.redis, this.dependencies.keyPrefix, address);
    const run = new RebuildRun(this.dependencies, address, next, onProgress);
    const partitions = await run.committedPositions();
    if (!(await next.begin([...partitions.keys()]))) {
      return err(rebuildErrors.underWay('Wait until it has ended; one that has died is given up after a minute.'));
    }
    try {
      const rebuilt = await run.rebuild(partitions);
      if (!rebuilt.ok) await next.abandon();
      return rebuilt;
    } catch (error) {
      await next.abandon().catch(() => undefined);
      throw error;
    }
  }
}
