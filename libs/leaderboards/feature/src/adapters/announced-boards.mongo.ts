import { RELEASES_COLLECTION, type ReleaseDocument } from '@laurel/contracts';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { Db } from 'mongodb';
import { AnnouncedBoards } from '../board-directory/announced-boards.js';

/** Reads boards from the newest release that was announced to every partition. */
export class MongoAnnouncedBoards extends AnnouncedBoards {
  constructor(private readonly db: Db) {
    super();
  }

  override async boardsOf(workspace: string): Promise<readonly BoardDefinition[]> {
    const release = await this.db
      .collection<ReleaseDocument<Pick<ReleasedProgram, 'leaderboards'>>>(RELEASES_COLLECTION)
      .findOne(
        { workspace, announcedAt: { $ne: null } },
        { sort: { release: -1 }, projection: { 'program.leaderboards': 1 } },
      );
    return release?.program.leaderboards ?? [];
  }
}
