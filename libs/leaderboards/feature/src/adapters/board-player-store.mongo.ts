import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import type { Db } from 'mongodb';
import { type BoardPlayer, BoardPlayerStore } from '../moderate-standing/board-player.js';

/** Reads of a player document what is of one board. At the primary: an order that was carried out is seen. */
export class MongoBoardPlayerStore extends BoardPlayerStore {
  constructor(private readonly db: Db) {
    super();
  }

  override async find(workspace: string, board: string, playerId: string): Promise<BoardPlayer | undefined> {
    const player = await this.db
      .collection<PlayerDocument>(PLAYERS_COLLECTION, { readPreference: 'primary' })
      .findOne(
        { _id: playerDocumentId(workspace, playerId) },
        { projection: { [`boards.${board}`]: 1, [`withheld.${board}`]: 1, hiddenOn: 1, 'restriction.status': 1 } },
      );
    if (!player) return undefined;
    const isWithheld = player.restriction?.status === 'banned';
    return {
      isHidden: player.hiddenOn?.includes(board) ?? false,
      isWithheld,
      entries: (isWithheld ? player.withheld : player.boards)?.[board] ?? {},
    };
  }
}
