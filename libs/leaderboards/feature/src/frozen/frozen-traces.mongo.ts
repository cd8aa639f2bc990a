import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRowsDocument,
  frozenBucket,
  frozenPlacesId,
  frozenRowsId,
} from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';
import { MongoFrozenWindows } from './frozen-windows.mongo.js';

/** Windows looked at in one query. */
const AT_A_TIME = 1_000;

/** What windows that have ended keep of players; fits the port of who erases them. Ranks stay: the rows are of nobody then. */
@Injectable()
export class FrozenTraces {
  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  /**
   * Puts the tombstone where the player stood in windows that have ended, also in what is kept so far of those that are being
   * frozen; done again, it changes nothing.
   */
  async erase(workspace: string, playerId: string, tombstone: string): Promise<void> {
    const cursor = this.db
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .find({ workspace, buckets: { $exists: true } })
      .batchSize(AT_A_TIME);
    for (let windows = await nextOf(cursor); windows.length > 0; windows = await nextOf(cursor)) {
      await this.eraseFrom(windows, playerId, tombstone);
    }
  }

  private async eraseFrom(windows: readonly BoardWindowDocument[], playerId: string, tombstone: string): Promise<void> {
    const byBucket = new Map(
      windows.flatMap((each) => {
        const { workspace, board, window, buckets = 0 } = each;
        if (buckets === 0) return [];
        return [[frozenPlacesId(workspace, board, window, frozenBucket(playerId, buckets)), each] as const];
      }),
    );
    const found = this.places.find(
      { _id: { $in: [...byBucket.keys()] }, ...isOf(playerId) },
      { projection: { _id: 1 } },
    );
    for await (const { _id } of found) {
      const window = byBucket.get(_id);
      while (window && !(await this.anonymise(window, _id, playerId, tombstone)));
    }
  }

  /**
   * The rows first: while the place is there, what is cut short is found again.
   *
   * @returns false where a correction has moved the player meanwhile
   */
  private async anonymise(
    window: BoardWindowDocument,
    _id: string,
    playerId: string,
    tombstone: string,
  ): Promise<boolean> {
    const bucket = await this.places.findOne({ _id, ...isOf(playerId) });
    const own = bucket?.places.find(([player]) => player === playerId);
    if (!own) return true;
    const [, place, ...partPlaces] = own;
    const [row] = await new MongoFrozenWindows(this.db).rows({ ...window, state: 'frozen' }, '', place, 1);
    for (const [index, part] of (row?.parts ?? []).entries()) {
      const partPlace = partPlaces[index];
      if (partPlace !== undefined) await this.renameRow(window, part, partPlace, playerId, tombstone);
    }
    await this.renameRow(window, '', place, playerId, tombstone);
    // Only this place, as it was read: others of the bucket come and go meanwhile.
    const { modifiedCount } = await this.places.updateOne({ _id }, { $pull: { places: own } });
    return modifiedCount > 0;
  }

  private async renameRow(
    { workspace, board, window }: BoardWindowDocument,
    part: string,
    place: number,
    playerId: string,
    tombstone: string,
  ): Promise<void> {
    const index = place % FROZEN_CHUNK;
    const _id = frozenRowsId(workspace, board, window, part, place - index);
    const row = `rows.${index}`;
    const name = `${row}.playerId`;
    await this.db
      .collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION)
      .updateOne({ _id, [name]: playerId }, { $set: { [name]: tombstone, [`${row}.erased`]: true } });
  }

  private get places() {
    return this.db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION);
  }
}

const isOf = (playerId: string): object => ({ places: { $elemMatch: { '0': playerId } } });

/** What the cursor has at hand, or the next of it; empty at its end. */
async function nextOf<T>(cursor: { hasNext(): Promise<boolean>; readBufferedDocuments(): T[] }): Promise<readonly T[]> {
  return (await cursor.hasNext()) ? cursor.readBufferedDocuments() : [];
}
