import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import { boardId } from '@laurel/leaderboards-domain';
import type { Db } from 'mongodb';
import type { BoardTarget } from '../board-directory/board-target.js';
import { type LeaguePlayer, LeaguePlayers } from '../get-league/league-players.js';

type Found = Partial<Pick<PlayerDocument, 'leagues' | 'boards'>>;

export class MongoLeaguePlayers extends LeaguePlayers {
  constructor(private readonly db: Db) {
    super();
  }

  override async find({ workspace, board, window }: BoardTarget, playerId: string): Promise<LeaguePlayer> {
    const id = boardId(board);
    const player = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION)
      .findOne<Found>(
        { _id: playerDocumentId(workspace, playerId) },
        { projection: { _id: 0, [`leagues.${id}`]: 1, [`boards.${id}.${window.key}.seat`]: 1 } },
      );
    const [tier, seat] = [player?.leagues?.[id], player?.boards?.[id]?.[window.key]?.seat];
    return { ...(tier === undefined ? {} : { tier }), ...(seat === undefined ? {} : { seat }) };
  }
}
