import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  FROZEN_CHUNK,
  FROZEN_PLACES_COLLECTION,
  FROZEN_ROWS_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRow,
  type FrozenRowsDocument,
  boardWindowId,
  frozenBucket,
  frozenPlacesId,
  frozenRowsId,
} from '@laurel/contracts';
import type { Db } from 'mongodb';
import { FrozenWindows } from './frozen-windows.js';

/** Reads frozen windows by ids alone: a page is one or two documents, a player's place is one. */
export class MongoFrozenWindows extends FrozenWindows {
  constructor(private readonly db: Db) {
    super();
  }

  override async find(workspace: string, boardId: string, window: string): Promise<BoardWindowDocument | undefined> {
    const found = await this.db
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .findOne({ _id: boardWindowId(workspace, boardId, window) });
    return found ?? undefined;
  }

  override async rows(
    { workspace, board, window, state }: BoardWindowDocument,
    part: string,
    first: number,
    limit: number,
  ): Promise<readonly FrozenRow[]> {
    if (state !== 'frozen' || limit <= 0) return [];
    const chunks: string[] = [];
    for (let at = first - (first % FROZEN_CHUNK); at < first + limit; at += FROZEN_CHUNK) {
      chunks.push(frozenRowsId(workspace, board, window, part, at));
    }
    const documents = await this.db
      .collection<FrozenRowsDocument>(FROZEN_ROWS_COLLECTION)
      .find({ _id: { $in: chunks } })
      .sort({ first: 1 })
      .toArray();
    const start = documents[0]?.first ?? 0;
    return documents.flatMap(({ rows }) => rows).slice(first - start, first - start + limit);
  }

  override async place(window: BoardWindowDocument, part: string, playerId: string): Promise<number | undefined> {
    const places = await this.placesOf(window, playerId);
    if (!places) return undefined;
    const [place, ...partPlaces] = places;
    if (part === '') return place;
    const [row] = await this.rows(window, '', place, 1);
    const index = row?.parts?.indexOf(part) ?? -1;
    return index < 0 ? undefined : partPlaces[index];
  }

  /** On the whole board, then in the parts in the order of the row's. */
  private async placesOf(
    { workspace, board, window, state, buckets = 0 }: BoardWindowDocument,
    playerId: string,
  ): Promise<readonly [number, ...number[]] | undefined> {
    if (state !== 'frozen' || buckets === 0) return undefined;
    const _id = frozenPlacesId(workspace, board, window, frozenBucket(playerId, buckets));
    const bucket = await this.db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION).findOne({ _id });
    const found = bucket?.places.find(([player]) => player === playerId);
    if (!found) return undefined;
    const [, ...places] = found;
    return places;
  }
}
