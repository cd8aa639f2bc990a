import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { type SegmentSurroundings, compileSegment } from '@laurel/rules-domain';
import type { ReleasedProgram } from './program.js';

type Surroundings = SegmentSurroundings & Pick<ReleasedProgram, 'segments'>;

/**
 * Number of the release that divided a board as it is divided now: players who were placed before it are placed anew. Undefined
 * where none has to be, as the board began so, or has no parts.
 *
 * @param before the board as it goes on from the release before; undefined where it begins
 */
export function splitsSince(
  board: Pick<BoardDefinition, 'splits'>,
  before: BoardDefinition | undefined,
  program: Surroundings,
  previous: Surroundings | undefined,
  number: number,
): number | undefined {
  if (!before || !previous || !board.splits?.length) return undefined;
  return shapeOf(board, program) === shapeOf(before, previous) ? before.splitsSince : number;
}

/** All that decides who is in which part: the splits, the segments that they name, and the incarnations of what those read. */
function shapeOf({ splits = [] }: Pick<BoardDefinition, 'splits'>, program: Surroundings): string {
  return JSON.stringify(
    splits.map((split) => {
      if (!('segment' in split)) return [split.key, split.attributes];
      const segment = program.segments?.find(({ key }) => key === split.segment);
      return [split.key, segment && [segment.when, compileSegment(segment, program).reads]];
    }),
  );
}
