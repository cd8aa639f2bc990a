import { PLAYERS_COLLECTION, type PlayerDocument, partitionOf, playerDocumentId, playerKey } from '@laurel/contracts';
import { findWindow, isRanked, windowHolds } from '@laurel/leaderboards-domain';
import type { DecisionEvent } from '@laurel/rules-domain';
import {
  type BoardTrial,
  type Decided,
  type EventTrial,
  NO_RELEASE,
  type PlaceOfTrial,
  type Player,
  type Program,
  newPlayer,
} from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import { toPlayer } from '../adapters/player.mapper.js';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { ClaimStore } from '../claims/claim-store.mongo.js';
import { decideTrial } from '../claims/decide-trial.js';
import { TriedPlaces } from '../claims/tried-places.js';
import type { ProgramCache } from '../partition/program-cache.js';
import type { Pace } from '../replay-events/pace.js';
import { type Place, countRanks } from './count-ranks.js';

/** Decides one event that nobody sent, by the player as it is committed now. Nothing is written. */
export class TryEvent {
  constructor(
    private readonly db: Db,
    private readonly programs: Pick<ProgramCache, 'get'>,
  ) {}

  /**
   * @param now decision time, ms
   * @param countedPlayers of a board among whom a rank is counted
   */
  async try(
    workspace: string,
    draft: Program,
    event: DecisionEvent,
    { now, countedPlayers, pace }: { readonly now: number; readonly countedPlayers: number; readonly pace: Pace },
  ): Promise<EventTrial> {
    const current = await this.programInForce(workspace, event.playerId);
    const player = (await this.playerOf(workspace, event.playerId)) ?? newPlayer(workspace, event.playerId, now);
    const claims = new ClaimStore(this.db);
    const places = () => new TriedPlaces((rule) => claims.takenOf(workspace, rule));
    const before = await decideTrial(current, player, event, now, places());
    const after = await decideTrial(draft, player, event, now, places());
    const touched = touchedWindows([
      [current, before.effects],
      [draft, after.effects],
    ]);
    const placesOf = (program: Program, of: Player) => touched.map((window) => placeIn(program, of, window));
    const [present, then, would] = [
      placesOf(current, player),
      placesOf(current, before.player),
      placesOf(draft, after.player),
    ];
    const known = [...present, ...then, ...would].filter((place) => place !== undefined);
    const ranks = await countRanks(this.db, workspace, known, countedPlayers, pace);
    const shown = (place: Place | undefined): PlaceOfTrial | null => (place ? toPlace(place, ranks.get(place)) : null);
    const boards = touched.map((window, index): BoardTrial => ({
      ...window,
      now: shown(present[index]),
      before: shown(then[index]),
      after: shown(would[index]),
    }));
    return { release: current.release, before, after, boards };
  }

  private async programInForce(workspace: string, playerId: string): Promise<Program> {
    const partition = partitionOf(playerKey(workspace, playerId));
    const releases = await new ScoringStore(this.db).loadReleasesInForce(partition, [workspace]);
    const release = releases.get(workspace) ?? NO_RELEASE;
    const program = await this.programs.get(workspace, release);
    if (!program) throw new Error(`release ${release} of ${workspace} is not stored`);
    return program;
  }

  private async playerOf(workspace: string, playerId: string): Promise<Player | undefined> {
    const id = playerDocumentId(workspace, playerId);
    const document = await this.db.collection<PlayerDocument>(PLAYERS_COLLECTION).findOne({ _id: id });
    return document ? toPlayer(document) : undefined;
  }
}

interface WindowOfBoard {
  /** keys */
  readonly board: string;
  readonly window: string;
}

/** Windows that the event gave an entry under either program, once each. */
function touchedWindows(decided: readonly (readonly [Program, Decided['effects']])[]) {
  const touched = new Map<string, WindowOfBoard>();
  for (const [program, effects] of decided) {
    for (const effect of effects) {
      if (effect.kind !== 'standing') continue;
      const board = program.boards.get(effect.board)?.definition.key ?? effect.board;
      touched.set(`${board} ${effect.window}`, { board, window: effect.window });
    }
  }
  return [...touched.values()];
}

/** A player's place in a window, where the program has its board and the player is ranked there. */
function placeIn(program: Program, player: Player, { board: key, window }: WindowOfBoard): Place | undefined {
  const board = [...program.boards.values()].find(({ definition }) => definition.key === key);
  const bounds = board && findWindow(board.definition, window);
  const entry = board && player.boards.get(board.id)?.get(window);
  if (!entry || !bounds || !windowHolds(bounds, entry.reachedAt)) return undefined;
  if (!isRanked(board.definition, entry)) return undefined;
  return { board, bounds, window, playerId: player.playerId, entry };
}

const toPlace = ({ entry: { score, columns } }: Place, rank: number | undefined): PlaceOfTrial => ({
  rank: rank ?? null,
  score,
  columns,
});
