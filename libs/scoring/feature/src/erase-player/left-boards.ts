import { type BoardDefinition, fixedWindows, windowsHolding } from '@laurel/leaderboards-domain';
import type { BoardPosition, PartitionState } from '../partition/partition-state.js';
import type { MovedBoard } from '../pipeline/moved-boards.js';

/**
 * Boards that erased players may have left with the last batch, while it is not published: no record tells which. The
 * windows of all boards that the batch moved which have bounds of their own or are running are told to have moved.
 */
export async function boardsLeft(
  { checkpoint, unswept, boardPositions }: PartitionState,
  everyBoard: (workspace: string) => Promise<ReadonlyMap<string, BoardDefinition>>,
): Promise<MovedBoard[]> {
  if (!checkpoint) return [];
  const { epoch, offset, published, decidedAt } = checkpoint;
  const erased = [...unswept.values()].filter((each) => each.epoch === epoch && each.offset > published);
  const left: MovedBoard[] = [];
  for (const workspace of new Set(erased.map((each) => each.workspace))) {
    const definitions = await everyBoard(workspace);
    const isMoved = (each: BoardPosition): boolean =>
      each.workspace === workspace && each.position.epoch === epoch && each.position.offset === offset;
    for (const { board } of [...boardPositions.values()].filter(isMoved)) {
      const windows = new Map(windowKeys(definitions.get(board), decidedAt).map((key) => [key, new Set<string>()]));
      left.push({ workspace, board, windows, corrected: new Set() });
    }
  }
  return left;
}

function windowKeys(board: BoardDefinition | undefined, now: number): string[] {
  const windows = board ? [...fixedWindows(board), ...windowsHolding(board, now)] : [];
  return windows.map(({ key }) => key);
}
