import { EMPTY_PROGRAM, type ProgramDocument, toProgramDocument } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { type Release, ReleaseStore } from '../release-store.port.js';
import { DraftStore } from './draft-store.port.js';

/** What the next release of a workspace is to be, whether it was edited or not. */
export interface Draft {
  readonly workspace: string;
  readonly revision: string;
  /** The release that it was begun from; 0 when there was none. */
  readonly base: number;
  readonly program: ProgramDocument;
  /** When it was edited last; null while it is the latest release as it is. */
  readonly edited: { readonly at: number; readonly by: string } | null;
  /** The release that it is to follow. */
  readonly latest: Release | undefined;
}

@Injectable()
export class DraftReader {
  constructor(
    @Inject(DraftStore) private readonly drafts: DraftStore,
    @Inject(ReleaseStore) private readonly releases: ReleaseStore,
  ) {}

  /** The draft of a workspace. Where nobody edited, it is the latest release's program, under a revision that names it. */
  async read(workspace: string): Promise<Draft> {
    const [stored, latest] = await Promise.all([this.drafts.find(workspace), this.releases.latest(workspace)]);
    if (stored) {
      const { revision, base, program, updatedAt, updatedBy } = stored;
      return { workspace, revision, base, program, edited: { at: updatedAt, by: updatedBy }, latest };
    }
    const base = latest?.release ?? 0;
    const program = toProgramDocument(latest?.program ?? EMPTY_PROGRAM);
    return { workspace, revision: `release-${base}`, base, program, edited: null, latest };
  }
}
