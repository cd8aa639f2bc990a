import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { releaseErrors, validateProgram } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { type Draft, DraftReader } from '../draft/draft.reader.js';
import { expectRevision, readIfMatch } from '../draft/revision.js';
import { type Release, ReleaseStore } from '../release-store.port.js';
import { MAX_TRIES, PublishReleaseHandler, type ReleaseAuthor, nextRelease } from './publish-release.handler.js';

@Injectable()
export class PublishDraftHandler {
  constructor(
    private readonly reader: DraftReader,
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    private readonly publisher: PublishReleaseHandler,
  ) {}

  /**
   * Publishes the draft as the next release; with that it is gone. What is written to it at the same time is either in the
   * release or still in the draft.
   *
   * @param ifMatch the request's, when only one revision is to be published
   * @returns the release, or `releases.no_draft`, `releases.draft_outdated`, `releases.draft_moved`,
   *   `releases.invalid_program`
   */
  async handle(author: ReleaseAuthor, ifMatch: string | undefined): Promise<Result<Release, DomainError>> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const draft = await this.reader.read(author.workspace);
      const refusal = refuse(draft, ifMatch);
      if (refusal) return err(refusal);
      const program = validateProgram(draft.program, draft.latest?.program);
      if (!program.ok) return program;
      const release = nextRelease(author, program.value, draft.latest, await this.publisher.now(author.workspace));
      if ((await this.store.insertDraft(release, draft.revision)) === 'stored') {
        return ok(await this.publisher.announced(release));
      }
      // Somebody was faster: the draft is read again, and judged by what it and the latest release are now.
    }
    throw new Error(`the draft changed ${MAX_TRIES} times in a row while it was being published`);
  }
}

function refuse({ revision, edited, base, latest }: Draft, ifMatch: string | undefined): DomainError | undefined {
  if (ifMatch !== undefined) {
    const named = readIfMatch(ifMatch);
    const seen = named.ok ? expectRevision(named.value, revision) : named;
    if (!seen.ok) return seen.error;
  }
  if (!edited) return releaseErrors.noDraft('Nothing was edited since the latest release.');
  const release = latest?.release ?? 0;
  if (base === release) return undefined;
  return releaseErrors.draftOutdated(
    `The draft was begun from release ${base}, and release ${release} was published since: publishing it would undo that.`,
  );
}
