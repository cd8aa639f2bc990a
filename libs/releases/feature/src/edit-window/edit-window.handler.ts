import { randomBytes } from 'node:crypto';
import { type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import {
  type WindowChange,
  checkWindowEnd,
  releaseErrors,
  toProgramDocument,
  windowEnd,
  withWindowEnd,
} from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { DraftStore } from '../draft/draft-store.port.js';
import { MAX_TRIES, PublishReleaseHandler, type ReleaseAuthor } from '../publish-release/publish-release.handler.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

/** A window's end before and after, ms, and the release by which it is so. */
export interface EditedWindow {
  readonly release: Release;
  readonly end: number;
}

/** Ends windows of leaderboards at another time: by a release, so that every result is judged by the end at its place in the log. */
@Injectable()
export class EditWindowHandler {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    @Inject(DraftStore) private readonly drafts: DraftStore,
    private readonly publisher: PublishReleaseHandler,
  ) {}

  /**
   * Publishes the latest release with the other end, and edits the draft likewise, if there is one.
   *
   * @returns `releases.window_not_found`, also where there is no such leaderboard, `releases.window_over`,
   *   `releases.invalid_window_end`, or `releases.invalid_program` when this version of Laurel no longer takes the program
   */
  async handle(author: ReleaseAuthor, change: WindowChange): Promise<Result<EditedWindow, DomainError>> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const { there } = await this.publisher.now(author.workspace);
      const latest = await this.store.latest(author.workspace);
      const board = latest?.program.leaderboards.find(({ key }) => key === change.board);
      if (!latest || !board) return err(releaseErrors.windowNotFound('The latest release has no such leaderboard.'));
      const end = checkWindowEnd(board, change, there);
      if (!end.ok) return end;
      const program = withWindowEnd(toProgramDocument(latest.program), change, end.value, there);
      const published = await this.publisher.handle(author, program, latest.release);
      if (published.ok) {
        // A moment later than asked for, where that had passed before it was published.
        const ended = windowEnd(published.value.program, change) ?? end.value;
        await this.editDraft(author, change, ended, there, published.value.release);
        return ok({ release: published.value, end: ended });
      }
      if (published.error.code !== releaseErrors.targetMoved.code) return published;
      // Somebody published meanwhile: the window is looked at again, as that left it.
    }
    throw new Error(`${MAX_TRIES} releases in a row were published by others first`);
  }

  /** A draft of the release before goes on from this one: it says the same of the window, so nothing is undone by it. */
  private async editDraft(
    { workspace, author }: ReleaseAuthor,
    change: WindowChange,
    end: number,
    there: number,
    release: number,
  ): Promise<void> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const draft = await this.drafts.find(workspace);
      if (!draft) return;
      const { now } = await this.publisher.now(workspace);
      const saved = await this.drafts.save(
        {
          ...draft,
          revision: newId('revision', now, randomBytes),
          base: draft.base === release - 1 ? release : draft.base,
          program: withWindowEnd(draft.program, change, end, there),
          updatedAt: now,
          updatedBy: author,
        },
        draft.revision,
      );
      if (saved) return;
    }
  }
}
