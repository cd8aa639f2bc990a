import {
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRow,
  type FrozenRowsDocument,
  frozenBucket,
  frozenPlacesId,
  frozenRowsId,
} from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ClientSession, Db } from 'mongodb';
import { RowRanks } from './row-ranks.js';
import type { FoundRow } from './window-rows.js';

type Place = FrozenPlacesDocument['places'][number];

const WHOLE = '';

/** The rows of a window on their way to where they are kept: numbered, in chunks, overall and in each part. */
export class FrozenPortion {
  /** By part, the whole board among them. */
  private readonly ranks = new Map<string, RowRanks>();
  /** By the id of the chunk. */
  private chunks = new Map<string, { part: string; first: number; rows: FrozenRow[] }>();
  private places = new Map<number, Place[]>();
  /** Rows that were taken and not written. */
  waiting = 0;

  /** @param buckets of `frozenPlaces` */
  constructor(
    private readonly board: Pick<BoardDefinition, 'order' | 'ties' | 'numbering'>,
    private readonly window: BoardWindowDocument,
    private readonly buckets: number,
  ) {
    this.ranksOf(WHOLE);
  }

  /** Rows of the whole board so far. */
  get total(): number {
    return this.ranksOf(WHOLE).count;
  }

  /** By part: its rows. Undefined where there are no parts. */
  get parts(): Readonly<Record<string, number>> | undefined {
    const parts = [...this.ranks].filter(([part]) => part !== WHOLE);
    return parts.length === 0 ? undefined : Object.fromEntries(parts.map(([part, { count }]) => [part, count]));
  }

  take(row: FoundRow): void {
    const place = this.put(WHOLE, row);
    const partPlaces = (row.parts ?? []).map((part) => this.put(part, row));
    const bucket = frozenBucket(row.playerId, this.buckets);
    const entry: Place = [row.playerId, place, ...partPlaces];
    const others = this.places.get(bucket);
    if (others) others.push(entry);
    else this.places.set(bucket, [entry]);
    this.waiting += 1;
  }

  /** Writes what is waiting, behind what was written before. */
  async write(db: Db, session: ClientSession): Promise<void> {
    const { workspace, board, window } = this.window;
    const of = { workspace, board, window };
    if (this.waiting === 0) return;
    const rows = Array.from(this.chunks, ([_id, { part, first, rows: added }]) =>
      appended<FrozenRowsDocument>(_id, { ...of, part, first }, { rows: { $each: added } }),
    );
    const places = Array.from(this.places, ([bucket, added]) =>
      appended<FrozenPlacesDocument>(
        frozenPlacesId(workspace, board, window, bucket),
        { ...of, bucket },
        {
          places: { $each: added },
        },
      ),
    );
    await db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION).bulkWrite(rows, { session, ordered: false });
    await db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION).bulkWrite(places, { session, ordered: false });
  }

  /** What was written is in. */
  done(): void {
    this.chunks = new Map();
    this.places = new Map();
    this.waiting = 0;
  }

  /** @returns the place in the part, from 0 */
  private put(part: string, row: FoundRow): number {
    const ranks = this.ranksOf(part);
    const place = ranks.count;
    const { playerId, score, columns, reachedAt, parts } = row;
    const frozen: FrozenRow = {
      ...{ playerId, rank: ranks.next(row), score, columns, reachedAt },
      ...(parts ? { parts } : {}),
    };
    const first = place - (place % FROZEN_CHUNK);
    const { workspace, board, window } = this.window;
    const id = frozenRowsId(workspace, board, window, part, first);
    const chunk = this.chunks.get(id);
    if (chunk) chunk.rows.push(frozen);
    else this.chunks.set(id, { part, first, rows: [frozen] });
    return place;
  }

  private ranksOf(part: string): RowRanks {
    const known = this.ranks.get(part);
    if (known) return known;
    const ranks = new RowRanks(this.board);
    this.ranks.set(part, ranks);
    return ranks;
  }
}

const appended = <T extends { readonly _id: string }>(
  _id: string,
  header: Omit<T, '_id' | 'rows' | 'places'>,
  push: object,
) => ({
  updateOne: {
    filter: { _id } as object,
    update: { $setOnInsert: header, $push: push } as object as never,
    upsert: true,
  },
});
