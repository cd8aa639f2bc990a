import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import {
  EMPTY_PROGRAM,
  type ProgramDiff,
  type ReleasedProgram,
  diffPrograms,
  releaseErrors,
  releaseProgram,
} from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { type Draft, DraftReader } from '../draft/draft.reader.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

export interface DraftDiff {
  readonly draft: Draft;
  /** The release that it was compared with; 0 when there is none. */
  readonly against: number;
  readonly diff: ProgramDiff;
}

/** Compares drafts and releases of a workspace. */
@Injectable()
export class DiffReleasesHandler {
  constructor(
    private readonly reader: DraftReader,
    @Inject(ReleaseStore) private readonly releases: ReleaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What publishing the draft now would change.
   *
   * @param against number of the release to compare with; by default the latest
   * @returns `releases.not_found` when there is no such release
   */
  async ofDraft(workspace: string, against?: number): Promise<Result<DraftDiff, DomainError>> {
    const draft = await this.reader.read(workspace);
    const after = asNext(draft.program, draft.latest);
    if (against === undefined) return ok(this.compared(draft, draft.latest, after));
    const release = await this.releases.find(workspace, against);
    return release ? ok(this.compared(draft, release, after)) : err(noSuchRelease());
  }

  private compared(draft: Draft, release: Release | undefined, after: ReleasedProgram): DraftDiff {
    const diff = diffPrograms(release?.program ?? EMPTY_PROGRAM, after, this.clock.now());
    return { draft, against: release?.release ?? 0, diff };
  }
}

/** A program as it would be released after the latest release. */
export const asNext = (program: Draft['program'], latest: Release | undefined): ReleasedProgram =>
  releaseProgram(program, latest?.program, (latest?.release ?? 0) + 1);

export const noSuchRelease = (): DomainError => releaseErrors.notFound('This workspace has no release of this number.');
