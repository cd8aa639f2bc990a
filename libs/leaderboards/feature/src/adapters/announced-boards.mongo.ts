import { RELEASES_COLLECTION, type ReleaseDocument } from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { Db } from 'mongodb';
import { AnnouncedBoards } from '../board-directory/announced-boards.js';

/** What this slice reads of a release's program: `ReleasedProgram` of releases/domain has it. */
interface ProgramWithBoards {
  readonly leaderboards: readonly BoardDefinition[];
}

/** Reads boards from the newest release that was announced to every partition. */
export class MongoAnnouncedBoards extends AnnouncedBoards {
  constructor(private readonly db: Db) {
    super();
  }

  override async boardsOf(workspace: string): Promise<readonly BoardDefinition[]> {
    const release = await this.db
      .collection<ReleaseDocument>(RELEASES_COLLECTION)
      .findOne(
        { workspace, announcedAt: { $ne: null } },
        { sort: { release: -1 }, projection: { 'program.leaderboards': 1 } },
      );
    // Releases are validated before they are stored and never change.
    return release ? (release.program as unknown as ProgramWithBoards).leaderboards : [];
  }
}
