import { joinId, SEPARATOR } from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import { RecentValues } from '../reading/recent-values.js';
import type { CommittedPositionsSource } from './committed-positions.js';
import { withSnapshot } from './ranks-are-right.js';
import type { CommittedSnapshot } from './ranks-are-right.js';

/** MongoDB is asked at most this often for one board, ms. */
const FRESH_MS = 1_000;
/** How long the last known positions are believed while MongoDB does not answer, ms. */
const STALE_MS = 60_000;
const CAPACITY = 10_000;

/** Keeps, for each board being read, what MongoDB said of its positions over the last seconds. */
export class CommittedHistory {
  private readonly histories: RecentValues<readonly CommittedSnapshot[]>;

  constructor(source: CommittedPositionsSource, clock: Clock) {
    const load = async (
      key: string,
      history: readonly CommittedSnapshot[] = [],
    ): Promise<readonly CommittedSnapshot[]> => {
      const [workspace = '', boardId = ''] = key.split(SEPARATOR);
      // The time of asking, not of the answer: positions may then be taken for older than they are, never for younger.
      const at = clock.now();
      return withSnapshot(history, { at, positions: await source.positionsOf(workspace, boardId) });
    };
    this.histories = new RecentValues(load, clock, { freshMs: FRESH_MS, staleMs: STALE_MS, capacity: CAPACITY });
  }

  /** Oldest first; the last one is at most a second old while MongoDB answers. */
  of(workspace: string, boardId: string): Promise<readonly CommittedSnapshot[]> {
    return this.histories.get(joinId(workspace, boardId));
  }
}
