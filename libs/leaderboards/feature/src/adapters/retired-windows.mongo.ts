import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRowsDocument,
  frozenPlacesId,
  frozenRowsId,
} from '@laurel/contracts';
import type { Collection, Db } from 'mongodb';
import { RetiredWindows, type WindowSeriesRef } from '../retire-windows/retired-windows.js';

/** Windows that are looked at in one query, and documents that one command deletes. */
const WINDOWS_AT_A_TIME = 100;
const DOCUMENTS_AT_A_TIME = 100;

export class MongoRetiredWindows extends RetiredWindows {
  private readonly windows: Collection<BoardWindowDocument>;

  constructor(private readonly db: Db) {
    super();
    this.windows = db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
  }

  override async beyond(
    { workspace, board, name }: WindowSeriesRef,
    keep: number,
  ): Promise<readonly BoardWindowDocument[]> {
    const frozen = { workspace, board, name, state: 'frozen' as const };
    // Also the one that has just closed is one of those that are kept.
    const [first] = await this.windows.find(frozen).sort({ end: -1 }).skip(keep).limit(1).toArray();
    if (!first) return [];
    return this.windows
      .find({
        ...frozen,
        settledAt: { $exists: true },
        end: { $lte: first.end },
        $or: [{ retiredAt: { $exists: false } }, { removing: { $exists: true } }],
      })
      .sort({ end: 1 })
      .limit(WINDOWS_AT_A_TIME)
      .toArray();
  }

  override async retire({ _id, ...window }: BoardWindowDocument, now: number): Promise<void> {
    const removing = window.removing ?? {
      total: window.total ?? 0,
      parts: Object.keys(window.parts ?? {}),
      buckets: window.buckets ?? 0,
    };
    // Before anything goes: nobody reads half of a window.
    await this.windows.updateOne(
      { _id, retiredAt: { $exists: false } },
      { $set: { retiredAt: now, removing, total: 0 }, $unset: { parts: '', buckets: '' } },
    );
    const { workspace, board, window: key } = window;
    const firsts = Array.from({ length: Math.ceil(removing.total / FROZEN_CHUNK) }, (_, chunk) => chunk * FROZEN_CHUNK);
    for (const part of ['', ...removing.parts]) {
      const ids = firsts.map((first) => frozenRowsId(workspace, board, key, part, first));
      await deleteAll(this.db.collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION), ids);
    }
    const buckets = Array.from({ length: removing.buckets }, (_, bucket) =>
      frozenPlacesId(workspace, board, key, bucket),
    );
    await deleteAll(this.db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION), buckets);
    await this.windows.updateOne({ _id }, { $unset: { removing: '' } });
  }
}

async function deleteAll<T extends { readonly _id: string }>(collection: Collection<T>, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += DOCUMENTS_AT_A_TIME) {
    await collection.deleteMany({ _id: { $in: ids.slice(at, at + DOCUMENTS_AT_A_TIME) } as never });
  }
}
