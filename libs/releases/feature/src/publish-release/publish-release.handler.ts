import { releaseDocumentId } from '@laurel/contracts';
import { type Clock, type DomainError, type Result, ok } from '@laurel/kernel';
import { type ProgramDocument, releaseProgram, validateProgram } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { AnnounceReleasesHandler } from '../announce-releases/announce-releases.handler.js';
import { CLOCK } from '../clock.js';
import { type Release, ReleaseStore } from '../release-store.port.js';
import { underProgram } from '../under-program.js';

export interface PublishRelease {
  readonly workspace: string;
  /** Id of the key that publishes. */
  readonly author: string;
  readonly program: unknown;
  readonly note: string;
}

/** Each lost try means that somebody else published meanwhile. */
const MAX_TRIES = 20;

@Injectable()
export class PublishReleaseHandler {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    private readonly announcer: AnnounceReleasesHandler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Publishes a program as the next release of the workspace and announces it. Once stored it is published: while the event
   * log is away it stays unannounced, and is announced later. Error: `releases.invalid_program`.
   */
  async handle(command: PublishRelease): Promise<Result<Release, DomainError>> {
    const program = underProgram(validateProgram(command.program));
    if (!program.ok) return program;
    const stored = await this.insertNext(command, program.value);
    // From here on it is published, whatever fails: the loop announces what this could not.
    const announced = await this.announce(stored).catch(() => undefined);
    return ok(announced ?? stored);
  }

  private async insertNext(command: PublishRelease, program: ProgramDocument): Promise<Release> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const document = this.next(command, program, await this.store.latest(command.workspace));
      if (await this.store.insert(document)) return document;
    }
    throw new Error(`${MAX_TRIES} releases in a row were published by others first`);
  }

  private async announce({ workspace, release }: Release): Promise<Release | undefined> {
    await this.announcer.handle(workspace);
    return this.store.find(workspace, release);
  }

  /** The number after the latest: its resources go on from there, or begin anew where their shape changed. */
  private next(
    { workspace, author, note }: PublishRelease,
    program: ProgramDocument,
    latest: Release | undefined,
  ): Release {
    const release = (latest?.release ?? 0) + 1;
    return {
      _id: releaseDocumentId(workspace, release),
      workspace,
      release,
      note,
      author,
      program: releaseProgram(program, latest?.program, release),
      publishedAt: this.clock.now(),
      announcedAt: null,
    };
  }
}
