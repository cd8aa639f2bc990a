import { joinId } from './separator.js';

export const BOARD_POSITIONS_COLLECTION = 'boardPositions';

/**
 * Last committed position at which one partition changed one board. Redis holds the same position beside the ranks: ranks
 * are right when every partition's position in Redis is this one, and a difference is the range to project again.
 */
export interface BoardPositionDocument {
  readonly _id: string;
  readonly partition: number;
  readonly workspace: string;
  readonly board: string;
  readonly epoch: number;
  readonly offset: number;
}

export const boardPositionId = (partition: number, workspace: string, board: string): string =>
  joinId(String(partition), workspace, board);
