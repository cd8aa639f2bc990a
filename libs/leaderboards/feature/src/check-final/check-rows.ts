import { FROZEN_CHUNK, type FrozenRow, type TombstoneDocument, playerDocumentId } from '@laurel/contracts';
import { compareEntries, compareResults } from '@laurel/leaderboards-domain';
import type { Collection, Db } from 'mongodb';
import { RowRanks } from '../freeze-window/row-ranks.js';
import { MongoFrozenWindows } from '../frozen/frozen-windows.mongo.js';
import type { FinalWindow } from './final-window.js';
import { RowSum } from './row-sum.js';

/** Something of a window that is not as it has to be. */
export interface RowsDifference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** Reads the rows that are kept of windows, a thousand at a time. */
export class CheckRows {
  private readonly frozen: MongoFrozenWindows;

  /** @param going document ids of players that are being erased: their rows may bear their names or not */
  constructor(
    db: Db,
    private readonly going: ReadonlySet<string>,
    private readonly tombstones: Collection<TombstoneDocument>,
  ) {
    this.frozen = new MongoFrozenWindows(db);
  }

  /** What is wrong with the rows of a window, of the whole board and of each part. */
  async differencesOf(window: FinalWindow): Promise<RowsDifference[]> {
    const { total = 0, parts = {} } = window.document;
    const kept = new RowSum(window.board);
    const differences = await this.checkPart(window, '', total, kept);
    for (const [part, rows] of Object.entries(parts)) differences.push(...(await this.checkPart(window, part, rows)));
    const { given } = window;
    if (window.isOfRecords && !given.equals(kept)) {
      differences.push({ what: 'rows of players at its close', expected: String(given), found: String(kept) });
    } else if (given.count > window.most && total !== window.most) {
      differences.push({ what: 'rows', expected: String(window.most), found: String(total) });
    }
    return differences;
  }

  /** @param kept takes the rows of players who are known */
  private async checkPart(window: FinalWindow, part: string, total: number, kept?: RowSum): Promise<RowsDifference[]> {
    const { document } = window;
    const sequence = new RowSequence(window, part);
    for (let first = 0; first < total; first += FROZEN_CHUNK) {
      const rows = await this.frozen.rows(document, part, first, FROZEN_CHUNK);
      const nobody = await this.erasedAmong(rows);
      for (const row of rows) {
        const isErased = nobody.has(row.playerId);
        sequence.take(row, isErased);
        if (!isErased && !this.going.has(playerDocumentId(document.workspace, row.playerId))) kept?.add(row);
      }
    }
    const { count, differences } = sequence;
    if (count === total) return differences;
    return [...differences, { what: `rows${inPart(part)}`, expected: String(total), found: String(count) }];
  }

  /** Rows of players who were erased bear their tombstones. */
  private async erasedAmong(rows: readonly FrozenRow[]): Promise<ReadonlySet<string>> {
    const ids = rows.map(({ playerId }) => playerId);
    const found = await this.tombstones.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
    return new Set(found.map(({ _id }) => _id));
  }
}

const inPart = (part: string): string => (part === '' ? '' : ` of part ${part}`);

/** More of one list say no more. */
const MOST_OF_A_PART = 5;

/** Rows as they stand one behind the other: in the board's order, and numbered as it numbers them. */
class RowSequence {
  readonly differences: RowsDifference[] = [];
  private readonly ranks: RowRanks;
  private above: { readonly row: FrozenRow; readonly isErased: boolean } | undefined;

  constructor(
    private readonly window: FinalWindow,
    private readonly part: string,
  ) {
    this.ranks = new RowRanks(window.board);
  }

  get count(): number {
    return this.ranks.count;
  }

  take(row: FrozenRow, isErased: boolean): void {
    const rank = this.ranks.next(row);
    if (row.rank !== rank) this.tell(row, 'rank', String(rank), String(row.rank));
    if (this.above && this.isBefore(row, isErased)) this.tell(row, 'place', 'behind the row before it', 'before it');
    this.above = { row, isErased };
  }

  /** Whether a row should stand before the one above it. Corrected and erased rows keep the places that they had among equals. */
  private isBefore(row: FrozenRow, isErased: boolean): boolean {
    const { board, document } = this.window;
    const above = this.above?.row;
    if (!above) return false;
    if (isErased || this.above?.isErased || document.corrections) return compareResults(board, above, row) > 0;
    return compareEntries(board, timed(above), timed(row)) >= 0;
  }

  private tell({ playerId }: FrozenRow, what: string, expected: string, found: string): void {
    if (this.differences.length >= MOST_OF_A_PART) return;
    this.differences.push({ what: `${what} of ${playerId}${inPart(this.part)}`, expected, found });
  }
}

const timed = (row: FrozenRow) => ({ ...row, reachedAt: row.reachedAt ?? 0 });
