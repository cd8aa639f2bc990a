import { EVENTS_PARTITIONS, PLAYERS_COLLECTION, type PlayerDocument } from '@laurel/contracts';
import {
  type Entry,
  type WindowBounds,
  compareEntries,
  compareResults,
  isRanked,
  sharesRanks,
  windowHolds,
} from '@laurel/leaderboards-domain';
import type { CompiledBoard } from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import type { Pace } from '../replay-events/pace.js';

/** A player's entry, wherever it comes from: committed, or what an event would make of it. */
export interface Place {
  readonly board: CompiledBoard;
  /** key */
  readonly window: string;
  readonly bounds: WindowBounds;
  readonly playerId: string;
  readonly entry: Entry;
}

const PARTITIONS = Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => partition);

/**
 * The rank of each place among all other players as they are committed now, whether anybody has that place or not. Every player
 * of the board is read.
 *
 * @param limit players of a board; where it has more, no rank is told
 */
export async function countRanks(
  db: Db,
  workspace: string,
  places: readonly Place[],
  limit: number,
  pace: Pace,
): Promise<Map<Place, number>> {
  const ranks = new Map<Place, number>();
  for (const board of new Set(places.map((place) => place.board.id))) {
    const wanted = places.filter((place) => place.board.id === board);
    const better = new Map(wanted.map((place) => [place, new PlacesAbove(place.board)]));
    let players = 0;
    for await (const other of playersOn(db, workspace, board).limit(limit + 1)) {
      if (pace.isDue) await pace.pause();
      players += 1;
      for (const place of wanted) {
        const above = standingAbove(other, place);
        if (above) better.get(place)?.add(above);
      }
    }
    if (players > limit) continue;
    for (const [place, above] of better) ranks.set(place, above.count + 1);
  }
  return ranks;
}

const playersOn = (db: Db, workspace: string, board: string) =>
  db
    .collection<PlayerDocument>(PLAYERS_COLLECTION)
    .find({ partition: { $in: PARTITIONS }, workspace, [`boards.${board}`]: { $exists: true } })
    .project<Pick<PlayerDocument, 'playerId' | 'boards'>>({ playerId: 1, [`boards.${board}`]: 1 });

/** The entry of a player who takes a rank before a place: under shared ranks, equal results do not. */
function standingAbove(other: Pick<PlayerDocument, 'playerId' | 'boards'>, place: Place): Entry | undefined {
  const { board, bounds, window, playerId, entry } = place;
  const standing = other.boards[board.id]?.[window];
  if (!standing || other.playerId === playerId || !windowHolds(bounds, standing.reachedAt)) return undefined;
  const { definition } = board;
  if (!isRanked(definition, standing)) return undefined;
  const order = sharesRanks(definition)
    ? compareResults(definition, standing, entry)
    : compareEntries(definition, { ...standing, playerId: other.playerId }, { ...entry, playerId });
  return order < 0 ? standing : undefined;
}

/** How many ranks there are before a place: where numbering is dense, equal results are one. */
class PlacesAbove {
  private readonly results: Set<string> | undefined;
  private entries = 0;

  constructor({ definition }: CompiledBoard) {
    if (sharesRanks(definition) && definition.numbering === 'dense') this.results = new Set();
  }

  add({ score, columns }: Entry): void {
    this.entries += 1;
    this.results?.add([score, ...columns].join(' '));
  }

  get count(): number {
    return this.results?.size ?? this.entries;
  }
}
