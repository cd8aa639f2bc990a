import { randomBytes } from 'node:crypto';
import { type Clock, type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import { MAX_PROGRAM_BYTES, type ProgramDocument, releaseErrors, validateDraft } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { DraftStore } from './draft-store.port.js';
import type { DraftWrite } from './draft-write.js';
import { type Draft, DraftReader } from './draft.reader.js';
import { draftMoved, expectRevision, readIfMatch } from './revision.js';

/** Changes a draft of which the writer saw the present revision. */
@Injectable()
export class EditDraftHandler {
  constructor(
    private readonly reader: DraftReader,
    @Inject(DraftStore) private readonly store: DraftStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Changes the draft, which stays based on the release that it was begun from.
   *
   * @param change makes of the program what it is to be, or refuses
   * @returns the revision that the draft has now, or `releases.revision_required`, `releases.draft_moved`,
   *   `releases.invalid_program`, or the refusal
   */
  async edit(
    write: DraftWrite,
    change: (program: ProgramDocument) => Result<ProgramDocument, DomainError>,
  ): Promise<Result<string, DomainError>> {
    return this.save(write, change, ({ base }) => base);
  }

  /**
   * Replaces the draft. Who writes all of it, and saw the draft's revision, saw what it is to follow: it is based on the
   * latest release. Errors: as of `edit`.
   */
  async replace(write: DraftWrite, program: unknown): Promise<Result<string, DomainError>> {
    return this.save(
      write,
      () => validateDraft(program),
      ({ latest }) => latest?.release ?? 0,
    );
  }

  /** Goes back to the latest release. @returns the draft's revision; errors: `releases.revision_required`, `releases.draft_moved` */
  async discard({ workspace, ifMatch }: DraftWrite): Promise<Result<string, DomainError>> {
    const named = readIfMatch(ifMatch);
    if (!named.ok) return named;
    const draft = await this.reader.read(workspace);
    const seen = expectRevision(named.value, draft.revision);
    if (!seen.ok || !draft.edited) return seen;
    const removed = await this.store.remove(workspace, draft.revision);
    const { revision } = await this.reader.read(workspace);
    return removed ? ok(revision) : err(draftMoved(revision));
  }

  private async save(
    { workspace, author, ifMatch }: DraftWrite,
    change: (program: ProgramDocument) => Result<ProgramDocument, DomainError>,
    baseOf: (draft: Draft) => number,
  ): Promise<Result<string, DomainError>> {
    const named = readIfMatch(ifMatch);
    if (!named.ok) return named;
    const draft = await this.reader.read(workspace);
    const program = fitting(change(draft.program));
    if (!program.ok) return program;
    const seen = expectRevision(named.value, draft.revision);
    if (!seen.ok) return seen;
    const updatedAt = this.clock.now();
    const revision = newId('revision', updatedAt, randomBytes);
    const saved = await this.store.save(
      { _id: workspace, revision, base: baseOf(draft), program: program.value, updatedAt, updatedBy: author },
      draft.edited ? draft.revision : undefined,
    );
    return saved ? ok(revision) : err(draftMoved((await this.reader.read(workspace)).revision));
  }
}

/** Refuses a program that is too large or has too many of one kind. */
function fitting(program: Result<ProgramDocument, DomainError>): Result<ProgramDocument, DomainError> {
  if (!program.ok) return program;
  const bytes = Buffer.byteLength(JSON.stringify(program.value));
  if (bytes <= MAX_PROGRAM_BYTES) return validateDraft(program.value);
  const message = `the whole program would have ${bytes} bytes; at most ${MAX_PROGRAM_BYTES} are possible`;
  return err(
    releaseErrors.invalidProgram('The program is too large; the draft is as it was.', {
      errors: [{ path: '', rule: 'size', message }],
    }),
  );
}
