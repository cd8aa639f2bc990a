import { randomBytes } from 'node:crypto';
import { type Clock, type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import { type ProgramDocument, releaseErrors, validateDraft } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { DraftStore } from './draft-store.port.js';
import { DraftReader } from './draft.reader.js';
import { draftMoved, expectRevision, readIfMatch } from './revision.js';

/** Who writes to which draft, and what they saw of it. */
export interface DraftWrite {
  readonly workspace: string;
  readonly author: string;
  /** The `If-Match` of the request. */
  readonly ifMatch: string | undefined;
}

/** A program's size as JSON, in bytes: what is larger could neither be sent nor published as a whole. */
const MAX_PROGRAM_BYTES = 1_000_000;

/** Changes a draft of which the writer saw the present revision. */
@Injectable()
export class EditDraftHandler {
  constructor(
    private readonly reader: DraftReader,
    @Inject(DraftStore) private readonly store: DraftStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param change makes of the program what it is to be, or refuses
   * @returns the revision that the draft has now, or `releases.revision_required`, `releases.draft_moved`,
   *   `releases.invalid_program`, or the refusal
   */
  async edit(
    { workspace, author, ifMatch }: DraftWrite,
    change: (program: ProgramDocument) => Result<ProgramDocument, DomainError>,
    options: { readonly rebase?: boolean } = {},
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
    const base = options.rebase ? (draft.latest?.release ?? 0) : draft.base;
    const saved = await this.store.save(
      { _id: workspace, revision, base, program: program.value, updatedAt, updatedBy: author },
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
