import {
  type BoardWindowDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  releaseDocumentId,
} from '@laurel/contracts';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { ReleasedRewardSchedule } from '@laurel/rewards-domain';
import type { Db } from 'mongodb';

/** What the release that a window closed by says of it. */
export interface ClosingProgram {
  readonly program: ReleasedProgram;
  readonly board: BoardDefinition;
  /** Those that are for the window. */
  readonly schedules: readonly ReleasedRewardSchedule[];
}

/** Undefined where the release has nothing for the window: no schedule, or the board no more. */
export async function closingProgram(db: Db, window: BoardWindowDocument): Promise<ClosingProgram | undefined> {
  const key = window.board.slice(0, window.board.lastIndexOf('@'));
  const release = await db
    .collection<ReleaseDocument<ReleasedProgram>>(RELEASES_COLLECTION)
    // Programs are large, and boards with many windows mostly have no schedule.
    .findOne({ _id: releaseDocumentId(window.workspace, window.release), 'program.rewardSchedules.leaderboard': key });
  const program = release?.program;
  const board = program?.leaderboards.find((each) => boardId(each) === window.board);
  if (!program || !board) return undefined;
  const schedules = (program.rewardSchedules ?? []).filter(
    ({ leaderboard, windows }) => leaderboard === board.key && (windows?.includes(window.name) ?? true),
  );
  return schedules.length === 0 ? undefined : { program, board, schedules };
}
