import { BOARD_POSITIONS_COLLECTION, type BoardPositionDocument } from '@laurel/contracts';
import type { Db } from 'mongodb';
import { CommittedPositionsSource } from '../rank-freshness/committed-positions.js';
import type { CommittedPositions } from '../rank-freshness/positions.js';

/** Reads the positions that the scoring service commits with each batch, one document per partition. */
export class MongoCommittedPositions extends CommittedPositionsSource {
  constructor(private readonly db: Db) {
    super();
  }

  override async positionsOf(workspace: string, boardId: string): Promise<CommittedPositions> {
    const documents = await this.db
      .collection<BoardPositionDocument>(BOARD_POSITIONS_COLLECTION)
      .find({ workspace, board: boardId }, { projection: { partition: 1, epoch: 1, offset: 1 } })
      .toArray();
    return new Map(documents.map(({ partition, epoch, offset }) => [partition, { epoch, offset }]));
  }
}
