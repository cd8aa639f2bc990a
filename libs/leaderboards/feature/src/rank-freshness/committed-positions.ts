import type { CommittedPositions } from './positions.js';

/** Where the committed positions of boards are found. */
export abstract class CommittedPositionsSource {
  /** Empty for a board that never had an entry. */
  abstract positionsOf(workspace: string, boardId: string): Promise<CommittedPositions>;
}
