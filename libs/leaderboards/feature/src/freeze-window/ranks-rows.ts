import { SEPARATOR, comparePositions } from '@laurel/contracts';
import { type BoardWindow, boardId } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import { rankKeys } from '../adapters/rank-keys.js';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { CommittedPositionsSource } from '../rank-freshness/committed-positions.js';
import type { CommittedPositions, ProjectedPositions } from '../rank-freshness/positions.js';
import type { PageStart, RankRead, RankStore } from '../reading/rank-store.js';
import { type ClosedWindow, FinalRows, type FoundRow, type WindowRows } from './window-rows.js';

/** Rows read at a time. */
const PAGE = 1_000;

/** Where ranks are. */
export interface Ranks {
  readonly redis: RedisClient;
  readonly keyPrefix: string;
}

/**
 * The final rows as the ranks have them. All partitions have come to the barrier, so whatever is committed of the board by now holds
 * all that came into the window; ranks that hold as much do too, and no later change is of this window.
 */
export class RanksRows extends FinalRows {
  constructor(
    private readonly store: Pick<RankStore, 'read'>,
    private readonly committed: CommittedPositionsSource,
    private readonly ranks: Ranks,
  ) {
    super();
  }

  override async of({ document, board }: ClosedWindow): Promise<WindowRows | undefined> {
    const { workspace } = document;
    const target: BoardTarget = { workspace, board, window: windowOf(document), closed: true };
    const committed = await this.committed.positionsOf(workspace, boardId(board));
    if (committed.size === 0) return { total: 0, rows: nothing() };
    const first = await this.store.read(target, { kind: 'page', start: { kind: 'first' }, limit: PAGE });
    if (!first.ok || !holdsAll(first.value.projected, committed)) return undefined;
    return { total: first.value.total, rows: this.pages(target, committed, first.value) };
  }

  private async *pages(
    target: BoardTarget,
    committed: CommittedPositions,
    first: RankRead,
  ): AsyncGenerator<readonly FoundRow[]> {
    let read = first;
    while (read.rows.length > 0 && read.edges) {
      yield await this.withParts(target, read.rows);
      const start: PageStart = { kind: 'after', key: read.edges.last };
      const next = await this.store.read(target, { kind: 'page', start, limit: PAGE });
      if (!next.ok) throw new Error('the ranks could not be reached');
      if (!holdsAll(next.value.projected, committed)) throw new Error('the ranks were lost while they were read');
      read = next.value;
    }
  }

  /** The parts of closed windows don't change, and whether they were lost meanwhile shows with the next page. */
  private async withParts({ workspace, board, window }: BoardTarget, rows: RankRead['rows']): Promise<FoundRow[]> {
    const { redis, keyPrefix } = this.ranks;
    const { parts } = rankKeys(keyPrefix, workspace, board).window(window.key);
    const found = await redis.hmget(parts, ...rows.map(({ playerId }) => playerId));
    return rows.map((row, index) => {
      const own = found[index];
      return own ? { ...row, parts: own.split(SEPARATOR) } : row;
    });
  }
}

/** Whether the ranks hold all that is committed. Stricter than for readers: nothing may be on its way. */
function holdsAll({ partitions }: ProjectedPositions, committed: CommittedPositions): boolean {
  if ([...partitions.values()].includes('repairing')) return false;
  return [...committed].every(([partition, due]) => {
    const position = partitions.get(partition);
    return position !== undefined && position !== 'repairing' && comparePositions(due, position) <= 0;
  });
}

export const windowOf = ({ window, name, timeZone, start, end, closesAt }: ClosedWindow['document']): BoardWindow => ({
  key: window,
  ...{ name, timeZone, start, end, closesAt },
});

async function* nothing(): AsyncGenerator<readonly FoundRow[]> {
  // No rows.
}
