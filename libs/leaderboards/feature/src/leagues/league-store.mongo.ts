import {
  type BoardWindowDocument,
  LEAGUE_GROUPS_COLLECTION,
  LEAGUE_ROUNDS_COLLECTION,
  LEAGUE_SEATS_COLLECTION,
  type LeagueGroupDocument,
  type LeagueRoundDocument,
  type LeagueSeatDocument,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  boardWindowId,
  joinId,
  leagueFacet,
  leagueSeatId,
} from '@laurel/contracts';
import type { Db, Filter } from 'mongodb';
import { type LeagueRound, LeagueStore } from './league-store.js';

/** Players looked at in one query. */
const PAGE = 1_000;

/** All by ids, and players by the facet of their tier. */
export class MongoLeagueStore extends LeagueStore {
  constructor(private readonly db: Db) {
    super();
  }

  override async isMoved(window: BoardWindowDocument): Promise<boolean> {
    return (await this.rounds.countDocuments({ _id: idOf(window) }, { limit: 1 })) > 0;
  }

  override async *idlePlayers(window: BoardWindowDocument, tier: string): AsyncIterable<readonly string[]> {
    const { workspace, board } = window;
    const cursor = this.players
      .find({ workspace, facets: leagueFacet(board, tier) })
      .project<Pick<PlayerDocument, 'playerId'>>({ _id: 0, playerId: 1 })
      .batchSize(PAGE);
    try {
      while (await cursor.hasNext()) {
        const page = cursor.readBufferedDocuments().map(({ playerId }) => playerId);
        const seated = await this.seatedOf(window, page);
        const idle = page.filter((playerId) => !seated.has(playerId));
        if (idle.length > 0) yield idle;
      }
    } finally {
      await cursor.close();
    }
  }

  override async finish(window: BoardWindowDocument, round: LeagueRound, movedAt: number): Promise<void> {
    const { workspace, board, window: key } = window;
    const document: Omit<LeagueRoundDocument, '_id'> = { workspace, board, window: key, ...round, movedAt };
    await this.rounds.updateOne({ _id: idOf(window) }, { $setOnInsert: document }, { upsert: true });
  }

  override async dropSeats(
    { workspace, board }: Pick<BoardWindowDocument, 'workspace' | 'board'>,
    before: number,
  ): Promise<void> {
    const old = this.rounds.find({ workspace, board, movedAt: { $lt: before }, seatsDropped: { $exists: false } });
    for await (const { _id, window } of old) {
      // Ids of customers hold no control characters: between these two lies what is of the window, and nothing else.
      const range = { $gt: joinId(workspace, board, window, ''), $lt: joinId(workspace, board, window, '\u{10ffff}') };
      const ofWindow: Filter<{ readonly _id: string }> = { _id: range };
      await this.db.collection<LeagueSeatDocument>(LEAGUE_SEATS_COLLECTION).deleteMany(ofWindow);
      await this.db.collection<LeagueGroupDocument>(LEAGUE_GROUPS_COLLECTION).deleteMany(ofWindow);
      await this.rounds.updateOne({ _id }, { $set: { seatsDropped: true } });
    }
  }

  private async seatedOf(
    { workspace, board, window }: BoardWindowDocument,
    players: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const ids = players.map((playerId) => leagueSeatId(workspace, board, window, playerId));
    const found = await this.db
      .collection<LeagueSeatDocument>(LEAGUE_SEATS_COLLECTION)
      .find({ _id: { $in: ids } })
      .project<Pick<LeagueSeatDocument, 'playerId'>>({ _id: 0, playerId: 1 })
      .toArray();
    return new Set(found.map(({ playerId }) => playerId));
  }

  private get rounds() {
    return this.db.collection<LeagueRoundDocument>(LEAGUE_ROUNDS_COLLECTION);
  }

  private get players() {
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
  }
}

const idOf = ({ workspace, board, window }: BoardWindowDocument): string => boardWindowId(workspace, board, window);
