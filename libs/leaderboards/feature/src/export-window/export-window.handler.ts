import { type BoardWindowDocument, FROZEN_CHUNK, type FrozenRow } from '@laurel/contracts';
import { type DomainError, type Result, err, ok, toIso } from '@laurel/kernel';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import type { AnnouncedBoards } from '../board-directory/announced-boards.js';
import { boardReadErrors } from '../errors.js';
import type { FrozenWindows } from '../frozen/frozen-windows.js';
import { csvLine } from './export-csv.js';

export type ExportFormat = 'ndjson' | 'csv';

/** Writes the final standings of windows as files. */
export class ExportWindowHandler {
  constructor(
    private readonly boards: AnnouncedBoards,
    private readonly frozen: FrozenWindows,
  ) {}

  /**
   * The rows of a closed window in rank order, as text, a page of them in memory at a time.
   *
   * @returns `leaderboards.not_found`, `leaderboards.window_not_found`, `leaderboards.window_not_final`
   */
  async execute(
    workspace: string,
    key: string,
    window: string,
    format: ExportFormat,
  ): Promise<Result<AsyncGenerator<string>, DomainError>> {
    const board = (await this.boards.boardsOf(workspace)).find((each) => each.key === key);
    if (!board) return err(boardReadErrors.boardNotFound('No leaderboard of the released configuration has this key.'));
    const closed = await this.frozen.find(workspace, boardId(board), window);
    if (!closed || closed.retiredAt !== undefined) {
      return err(boardReadErrors.windowNotFound('No window that is kept has this key.'));
    }
    if (closed.state !== 'frozen') return err(boardReadErrors.windowNotFinal('It is closing. Try again in a moment.'));
    return ok(format === 'csv' ? this.csv(board, closed) : this.ndjson(board, closed));
  }

  private async *ndjson(board: BoardDefinition, window: BoardWindowDocument): AsyncGenerator<string> {
    for await (const rows of this.pages(window)) {
      yield rows.map((row) => `${JSON.stringify(described(board, row))}\n`).join('');
    }
  }

  private async *csv(board: BoardDefinition, window: BoardWindowDocument): AsyncGenerator<string> {
    const stats = board.ties.columns.map(({ stat }) => stat);
    yield csvLine(['rank', 'playerId', 'score', ...stats, 'reachedAt']);
    for await (const rows of this.pages(window)) {
      const lines = rows.map(({ rank, playerId, score, columns, reachedAt }) =>
        csvLine([rank, playerId, score, ...columns, isoOrNull(reachedAt) ?? '']),
      );
      yield lines.join('');
    }
  }

  private async *pages(window: BoardWindowDocument): AsyncGenerator<readonly FrozenRow[]> {
    for (let first = 0; ; first += FROZEN_CHUNK) {
      const rows = await this.frozen.rows(window, '', first, FROZEN_CHUNK);
      if (rows.length > 0) yield rows;
      if (rows.length < FROZEN_CHUNK) return;
    }
  }
}

/** As pages of the leaderboard show a row. */
const described = ({ ties }: BoardDefinition, { rank, playerId, score, columns, reachedAt }: FrozenRow): object => ({
  rank,
  playerId,
  score,
  columns: Object.fromEntries(ties.columns.map(({ stat }, index) => [stat, columns[index]])),
  reachedAt: isoOrNull(reachedAt),
});

/** Where a board does not rank by time, nobody kept it. */
const isoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));
