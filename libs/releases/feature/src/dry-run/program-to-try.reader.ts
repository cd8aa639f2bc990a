import { type DomainError, type Result, ok } from '@laurel/kernel';
import { toProgramDocument, validateProgram } from '@laurel/releases-domain';
import type { DryRunOf } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import { asNext } from '../diff-releases/diff-releases.handler.js';
import { DraftReader } from '../draft/draft.reader.js';
import { findRelease } from '../find-release.js';
import { ReleaseStore } from '../release-store.port.js';

/** A program as publishing it now would make it the next release, and where it comes from. */
export interface ProgramToTry extends DryRunOf {
  /** Of the draft; null where a release was named. */
  readonly revision: string | null;
}

@Injectable()
export class ProgramToTryReader {
  constructor(
    private readonly drafts: DraftReader,
    @Inject(ReleaseStore) private readonly releases: ReleaseStore,
  ) {}

  /**
   * The draft, or the program of a release as rolling back to it would publish it.
   *
   * @returns `releases.not_found`, or `releases.invalid_program` with every problem of the draft
   */
  async read(workspace: string, release: number | undefined): Promise<Result<ProgramToTry, DomainError>> {
    const draft = await this.drafts.read(workspace);
    const next = { workspace, release: (draft.latest?.release ?? 0) + 1, latest: draft.latest?.release ?? 0 };
    if (release === undefined) {
      const valid = validateProgram(draft.program);
      if (!valid.ok) return valid;
      return ok({ ...next, program: asNext(valid.value, draft.latest), revision: draft.revision });
    }
    const found = await findRelease(this.releases, workspace, String(release));
    if (!found.ok) return found;
    return ok({ ...next, program: asNext(toProgramDocument(found.value.program), draft.latest), revision: null });
  }
}
