import { type Clock, type DomainError, type Result, nowIn, ok, ordinaryTime, WorkspaceClocks } from '@laurel/kernel';
import {
  EMPTY_PROGRAM,
  type ProgramDiff,
  type ReleasedProgram,
  diffPrograms,
  releaseProgram,
  toProgramDocument,
  validateDraft,
} from '@laurel/releases-domain';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { type Draft, DraftReader } from '../draft/draft.reader.js';
import { findRelease } from '../find-release.js';
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
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {}

  /**
   * What publishing the draft now would change.
   *
   * @param against number of the release to compare with; by default the latest
   * @returns `releases.not_found` when there is no such release
   */
  async ofDraft(workspace: string, against?: number): Promise<Result<DraftDiff, DomainError>> {
    const draft = await this.reader.read(workspace);
    const now = await nowIn(workspace, this.clocks, this.clock);
    const after = asNext(draft.program, draft.latest, now);
    if (against === undefined) return ok(compared(draft, draft.latest, after, now));
    const release = await findRelease(this.releases, workspace, String(against));
    return release.ok ? ok(compared(draft, release.value, after, now)) : release;
  }

  /**
   * What publishing a program in the draft's place would change.
   *
   * @returns `releases.invalid_program` when it has not the shape of one
   */
  async ofProgram(workspace: string, document: unknown): Promise<Result<DraftDiff, DomainError>> {
    const program = validateDraft(document);
    if (!program.ok) return program;
    const draft = { ...(await this.reader.read(workspace)), program: program.value };
    const now = await nowIn(workspace, this.clocks, this.clock);
    return ok(compared(draft, draft.latest, asNext(draft.program, draft.latest, now), now));
  }

  /**
   * How a release differs from another. Where it is the older one: as if its program were published again.
   *
   * @param from number as text
   * @param to number as text
   * @returns `releases.not_found` when one of them does not exist
   */
  async ofReleases(workspace: string, from: string, to: string): Promise<Result<ProgramDiff, DomainError>> {
    const [before, after] = [
      await findRelease(this.releases, workspace, from),
      await findRelease(this.releases, workspace, to),
    ];
    if (!before.ok) return before;
    if (!after.ok) return after;
    const isOlder = after.value.release < before.value.release;
    const now = await nowIn(workspace, this.clocks, this.clock);
    const program = isOlder ? asNext(toProgramDocument(after.value.program), before.value, now) : after.value.program;
    return ok(diffPrograms(before.value.program, program, now));
  }
}

function compared(draft: Draft, release: Release | undefined, after: ReleasedProgram, now: number): DraftDiff {
  const diff = diffPrograms(release?.program ?? EMPTY_PROGRAM, after, now);
  return { draft, against: release?.release ?? 0, diff };
}

/**
 * A program as it would be released after the latest release.
 *
 * @param now ms; left out of trials: no season closes in them
 */
export const asNext = (program: Draft['program'], latest: Release | undefined, now?: number): ReleasedProgram =>
  releaseProgram(program, latest?.program, (latest?.release ?? 0) + 1, now);
