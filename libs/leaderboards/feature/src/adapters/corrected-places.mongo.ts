import {
  type BoardWindowDocument,
  FROZEN_PLACES_COLLECTION,
  type FrozenPlacesDocument,
  type FrozenRow,
  frozenBucket,
  frozenPlacesId,
} from '@laurel/contracts';
import type { ClientSession, Db } from 'mongodb';
import { type RowMove, shifted } from '../correct-frozen/row-move.js';

type Places = FrozenPlacesDocument['places'][number];

/** Where the players of one frozen window stand, to be changed in a transaction; a bucket in memory at a time. */
export class CorrectedPlaces {
  /** Of parts that changed: which of its parts it is for a player, by player. */
  private readonly indexes = new Map<string, Map<string, number>>();

  constructor(
    private readonly db: Db,
    private readonly window: BoardWindowDocument,
    private readonly session: ClientSession,
  ) {}

  /** @param index 0 for the whole board, 1 for the first of the player's parts, … */
  async of(playerId: string, index = 0): Promise<number | undefined> {
    const { buckets = 0 } = this.window;
    const bucket = buckets === 0 ? undefined : await this.read(frozenBucket(playerId, buckets));
    const [, ...places] = bucket?.places.find(([player]) => player === playerId) ?? [playerId];
    return places[index];
  }

  /** Remembers of rows that moved in a part which of their parts it is: places do not say it. */
  note(part: string, rows: readonly FrozenRow[]): void {
    if (part === '') return;
    const known = this.indexes.get(part) ?? new Map<string, number>();
    this.indexes.set(part, known);
    for (const { playerId, parts } of rows) known.set(playerId, (parts?.indexOf(part) ?? -1) + 1);
  }

  /** @param moves of the player's row in each of `parts`, the first of which is the whole board */
  async move(playerId: string, parts: readonly string[], moves: readonly RowMove[]): Promise<void> {
    const { buckets = 0 } = this.window;
    const own = moves.map(({ to }) => to?.place);
    for (let index = 0; index < buckets; index += 1) {
      const bucket = await this.read(index);
      if (!bucket) continue;
      const others = bucket.places
        .filter(([player]) => player !== playerId)
        .map((places) => this.moved(places, parts, moves));
      const [whole, ...inParts] = own;
      const isIn = frozenBucket(playerId, buckets) === index && whole !== undefined;
      const places: Places[] = isIn ? [...others, [playerId, whole, ...inParts.map((place) => place ?? 0)]] : others;
      await this.buckets.updateOne({ _id: bucket._id }, { $set: { places } }, { session: this.session });
    }
  }

  private moved([player, ...places]: Places, parts: readonly string[], moves: readonly RowMove[]): Places {
    const after = [...places];
    for (const [index, move] of moves.entries()) {
      const at = index === 0 ? 0 : this.indexes.get(parts[index] ?? '')?.get(player);
      const place = at === undefined ? undefined : after[at];
      if (at !== undefined && place !== undefined) after[at] = shifted(place, move);
    }
    const [whole = 0, ...inParts] = after;
    return [player, whole, ...inParts];
  }

  private async read(bucket: number): Promise<FrozenPlacesDocument | undefined> {
    const { workspace, board, window } = this.window;
    const _id = frozenPlacesId(workspace, board, window, bucket);
    return (await this.buckets.findOne({ _id }, { session: this.session })) ?? undefined;
  }

  private get buckets() {
    return this.db.collection<FrozenPlacesDocument>(FROZEN_PLACES_COLLECTION);
  }
}
