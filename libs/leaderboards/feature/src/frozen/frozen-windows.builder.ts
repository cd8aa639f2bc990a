import { type BoardWindowDocument, type FrozenRow, boardWindowId } from '@laurel/contracts';
import { FrozenWindows } from './frozen-windows.js';

const A_MONDAY = Date.parse('2025-12-29T00:00:00Z');

/** A week of a board that has ended; a test names only what matters to it. */
export const aFrozenWindow = (shape: Partial<BoardWindowDocument> = {}): BoardWindowDocument => {
  const document: BoardWindowDocument = {
    _id: '',
    workspace: 'ws_1',
    board: 'premier-league@1',
    window: '2025-W52',
    name: 'weekly',
    timeZone: 'UTC',
    start: A_MONDAY - 7 * 86_400_000,
    end: A_MONDAY,
    closesAt: A_MONDAY,
    ending: 'ended',
    release: 1,
    state: 'frozen',
    barrier: 'barrier-1',
    frozenAt: A_MONDAY + 1_000,
    ...shape,
  };
  return { ...document, _id: boardWindowId(document.workspace, document.board, document.window) };
};

/** Windows that have ended, in memory. */
export class FrozenInMemory extends FrozenWindows {
  private readonly windows = new Map<string, BoardWindowDocument>();
  private readonly kept = new Map<string, readonly FrozenRow[]>();

  /** @param rows in rank order; those of parts are taken from them, and numbered anew */
  put(window: BoardWindowDocument, rows: readonly FrozenRow[] = []): BoardWindowDocument {
    const names = [...new Set(rows.flatMap(({ parts = [] }) => parts))];
    const ofPart = (part: string) => rows.filter(({ parts }) => parts?.includes(part));
    const parts = Object.fromEntries(names.map((part) => [part, ofPart(part).length]));
    const document = { ...window, ...(window.state === 'frozen' ? { total: rows.length, parts } : {}) };
    this.windows.set(window._id, document);
    this.kept.set(`${window._id}/`, rows);
    for (const part of names) {
      const numbered = ofPart(part).map((row, index) => ({ ...row, rank: index + 1 }));
      this.kept.set(`${window._id}/${part}`, numbered);
    }
    return document;
  }

  override async find(workspace: string, boardId: string, window: string): Promise<BoardWindowDocument | undefined> {
    return this.windows.get(boardWindowId(workspace, boardId, window));
  }

  override async rows(
    { _id }: BoardWindowDocument,
    part: string,
    first: number,
    limit: number,
  ): Promise<readonly FrozenRow[]> {
    return (this.kept.get(`${_id}/${part}`) ?? []).slice(first, first + limit);
  }

  override async place({ _id }: BoardWindowDocument, part: string, playerId: string): Promise<number | undefined> {
    const index = (this.kept.get(`${_id}/${part}`) ?? []).findIndex((row) => row.playerId === playerId);
    return index < 0 ? undefined : index;
  }
}
