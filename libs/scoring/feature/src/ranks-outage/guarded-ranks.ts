import type { Clock } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { BoardChange, RankProjection, RankedPlayers, ReleasedBoard } from '../partition/rank-projection.port.js';

/** Between two questions whether the ranks can be reached again, ms. */
const PROBE_MS = 1_000;
/** Failures further apart than this have nothing to do with each other, ms. */
const STREAK_MS = 10_000;

/** The ranks are not asked, for they did not answer a moment ago. */
export class RanksUnreachableError extends Error {
  constructor() {
    super('the ranks did not answer and are not asked again yet');
  }
}

/**
 * Circuit breaker before the ranks, shared by all partitions of a process: once they did not answer in time, changes are
 * refused at once instead of each waiting for its own timeout. Reading marks, as every tick of a partition that is behind
 * does, asks again once a second; an answer opens the way for changes.
 */
export class GuardedRanks implements RankProjection {
  private isOpen = false;
  private nextProbeAt = 0;
  private failingSince: number | undefined;
  private failedAt = 0;

  /** @param isUnreachable tells errors that mean "not now" from those of one board */
  constructor(
    private readonly ranks: RankProjection,
    private readonly isUnreachable: (error: unknown) => boolean,
    private readonly clock: Clock,
  ) {}

  /** For how long no change has got through, ms; 0 when changes do, or when nobody tries. */
  failingForMs(): number {
    const now = this.clock.now();
    return this.failingSince === undefined || now - this.failedAt > STREAK_MS ? 0 : now - this.failingSince;
  }

  async apply(change: BoardChange): Promise<'applied' | { readonly found: string | undefined }> {
    if (this.isOpen) throw new RanksUnreachableError();
    const result = await this.watched(() => this.ranks.apply(change));
    this.failingSince = undefined;
    return result;
  }

  async marks(partition: number, boards: readonly ReleasedBoard[]): Promise<(string | undefined)[]> {
    // Nothing to ask: that is no answer of the ranks.
    if (boards.length === 0) return [];
    if (this.isOpen) this.takeProbe();
    const marks = await this.watched(() => this.ranks.marks(partition, boards));
    this.isOpen = false;
    return marks;
  }

  async forget(workspace: string, boards: readonly string[], playerId: string): Promise<void> {
    if (this.isOpen) throw new RanksUnreachableError();
    await this.watched(() => this.ranks.forget(workspace, boards, playerId));
  }

  async *playersOf(workspace: string, board: BoardDefinition): AsyncGenerator<RankedPlayers> {
    if (this.isOpen) throw new RanksUnreachableError();
    const players = this.ranks.playersOf(workspace, board)[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.watched(() => players.next());
      if (next.done) return;
      yield next.value;
    }
  }

  /** One at a time: the others are told at once that nothing has changed. */
  private takeProbe(): void {
    const now = this.clock.now();
    if (now < this.nextProbeAt) throw new RanksUnreachableError();
    this.nextProbeAt = now + PROBE_MS;
  }

  private async watched<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.isUnreachable(error)) this.noteFailure();
      throw error;
    }
  }

  private noteFailure(): void {
    const now = this.clock.now();
    if (this.failingSince === undefined || now - this.failedAt > STREAK_MS) this.failingSince = now;
    this.failedAt = now;
    this.isOpen = true;
    this.nextProbeAt = now + PROBE_MS;
  }
}
