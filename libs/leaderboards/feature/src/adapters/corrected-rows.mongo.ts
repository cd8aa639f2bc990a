import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_ROWS_COLLECTION,
  type FrozenRow,
  type FrozenRowsDocument,
  frozenRowsId,
} from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ClientSession, Db } from 'mongodb';
import { type RowMove, compareRows, firstOf, movedRows } from '../correct-frozen/row-move.js';

/** The frozen rows of one window, to be changed in a transaction; some thousand of them in memory at a time. */
export class CorrectedRows {
  /** Rows by part, with what was changed so far. */
  private parts: Readonly<Record<string, number>>;

  constructor(
    private readonly db: Db,
    private readonly window: BoardWindowDocument,
    private readonly board: BoardDefinition,
    private readonly session: ClientSession,
  ) {
    this.parts = window.parts ?? {};
  }

  async at(part: string, place: number): Promise<FrozenRow | undefined> {
    const rows = await this.chunk(part, place - (place % FROZEN_CHUNK));
    return rows[place % FROZEN_CHUNK];
  }

  /**
   * Where a row belongs among the others.
   *
   * @param from where it stands now, with other numbers
   */
  async placeFor(part: string, row: FrozenRow, from: number | undefined): Promise<number> {
    let [low, high] = [0, Math.ceil(this.totalOf(part) / FROZEN_CHUNK)];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const head = await this.at(part, middle * FROZEN_CHUNK);
      if (head && compareRows(this.board, head, row) < 0) low = middle;
      else high = middle;
    }
    const rows = await this.chunk(part, low * FROZEN_CHUNK);
    const before = low * FROZEN_CHUNK + rows.filter((other) => compareRows(this.board, other, row) < 0).length;
    return from !== undefined && from < before ? before - 1 : before;
  }

  /** How many rows a move changes at least. */
  behind(part: string, { from, to }: RowMove): number {
    const total = this.totalOf(part);
    return Math.abs((from ?? total) - (to?.place ?? total));
  }

  /**
   * @param onRows told all rows that may have moved
   * @returns the row as it stands then; undefined where it went
   */
  async move(
    part: string,
    move: RowMove,
    onRows: (rows: readonly FrozenRow[]) => void,
  ): Promise<FrozenRow | undefined> {
    const start = firstOf(move, FROZEN_CHUNK);
    const above = start === 0 ? undefined : await this.at(part, start - 1);
    let placed: FrozenRow | undefined;
    for await (const { first, rows } of movedRows(this.board, move, this.chunks(part, start), FROZEN_CHUNK, above)) {
      const { workspace, board, window } = this.window;
      const _id = frozenRowsId(workspace, board, window, part, first);
      const { session } = this;
      await this.rows.replaceOne({ _id }, { workspace, board, window, part, first, rows }, { session, upsert: true });
      onRows(rows);
      if (move.to && move.to.place >= first) placed ??= rows[move.to.place - first];
    }
    await this.count(part, (move.to ? 1 : 0) - (move.from === undefined ? 0 : 1));
    return placed;
  }

  private async count(part: string, by: number): Promise<void> {
    if (by === 0) return;
    const { session } = this;
    const total = this.totalOf(part) + by;
    const { _id, workspace, board, window } = this.window;
    const windows = this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
    if (part !== '') this.parts = { ...this.parts, [part]: total };
    await windows.updateOne({ _id }, { $set: part === '' ? { total } : { parts: this.parts } }, { session });
    // What the last row has left.
    if (by < 0 && total % FROZEN_CHUNK === 0) {
      await this.rows.deleteOne({ _id: frozenRowsId(workspace, board, window, part, total) }, { session });
    }
  }

  private async *chunks(part: string, from: number): AsyncGenerator<readonly FrozenRow[]> {
    for (let first = from; first < this.totalOf(part); first += FROZEN_CHUNK) yield await this.chunk(part, first);
  }

  private async chunk(part: string, first: number): Promise<readonly FrozenRow[]> {
    const { workspace, board, window } = this.window;
    const _id = frozenRowsId(workspace, board, window, part, first);
    const found = await this.rows.findOne({ _id }, { session: this.session, projection: { rows: 1 } });
    return found?.rows ?? [];
  }

  private totalOf(part: string): number {
    return part === '' ? (this.window.total ?? 0) : (this.parts[part] ?? 0);
  }

  private get rows() {
    return this.db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION);
  }
}
