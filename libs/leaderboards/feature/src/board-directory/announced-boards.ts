import type { BoardDefinition } from '@laurel/leaderboards-domain';

/** Where the boards of a workspace are defined: its newest release that is in force in every partition. */
export abstract class AnnouncedBoards {
  /** Empty for a workspace without a release. */
  abstract boardsOf(workspace: string): Promise<readonly BoardDefinition[]>;
}
