import { releaseDocumentId } from '@laurel/contracts';
import { type Clock, type DomainError, type Result, err, ok, ordinaryTime, WorkspaceClocks } from '@laurel/kernel';
import { type ProgramDocument, releaseErrors, releaseProgram, validateProgram } from '@laurel/releases-domain';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { AnnounceReleasesHandler } from '../announce-releases/announce-releases.handler.js';
import { CLOCK } from '../clock.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

/** Who publishes where, and what they say about it. */
export interface ReleaseAuthor {
  readonly workspace: string;
  /** Id of the credential that publishes. */
  readonly author: string;
  readonly note: string;
}

/** Each lost try means that somebody else published meanwhile. */
export const MAX_TRIES = 20;

@Injectable()
export class PublishReleaseHandler {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    private readonly announcer: AnnounceReleasesHandler,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {}

  /**
   * Publishes a program as the next release of the workspace and announces it. Once stored it is published: while the event
   * log is away it stays unannounced, and is announced later.
   *
   * @param expected the release that it is to follow, and no other; 0: it is to be the first
   * @returns `releases.invalid_program`, `releases.target_moved`
   */
  async handle(author: ReleaseAuthor, document: unknown, expected?: number): Promise<Result<Release, DomainError>> {
    const stored = await this.insertNext(author, document, expected);
    return stored.ok ? ok(await this.announced(stored.value)) : stored;
  }

  private async insertNext(
    author: ReleaseAuthor,
    document: unknown,
    expected: number | undefined,
  ): Promise<Result<Release, DomainError>> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
      const latest = await this.store.latest(author.workspace);
      const moved = refuseMoved(latest, expected);
      if (moved) return err(moved);
      const program = validateProgram(document, latest?.program);
      if (!program.ok) return program;
      const release = nextRelease(author, program.value, latest, await this.now(author.workspace));
      if (await this.store.insert(release)) return ok(release);
    }
    throw new Error(`${MAX_TRIES} releases in a row were published by others first`);
  }

  /** When something is published now, for `nextRelease`. */
  async now(workspace: string): Promise<PublishingTime> {
    const [now, aheadMs] = [this.clock.now(), await this.clocks.latestOffsetMs(workspace)];
    return { now, there: now + aheadMs };
  }

  /** A stored release, announced if the event log takes it. From here on it is published: the loop announces what this can't. */
  async announced(stored: Release): Promise<Release> {
    return (await this.announce(stored).catch(() => undefined)) ?? stored;
  }

  private async announce({ workspace, release }: Release): Promise<Release | undefined> {
    await this.announcer.handle(workspace);
    return this.store.find(workspace, release);
  }
}

/** Error: `releases.target_moved`. */
export function refuseMoved(latest: Release | undefined, expected: number | undefined): DomainError | undefined {
  const release = latest?.release ?? 0;
  if (expected === undefined || expected === release) return undefined;
  const now = release === 0 ? 'has no release' : `is at release ${release}`;
  return releaseErrors.targetMoved(`The workspace ${now}, not at the expected ${expected}. Nothing was published.`);
}

/** When a release is published, ms: in the world, and by the clock of its workspace. */
export interface PublishingTime {
  readonly now: number;
  readonly there: number;
}

/** The number after the latest: its resources go on from there, or begin anew where their shape changed. */
export function nextRelease(
  { workspace, author, note }: ReleaseAuthor,
  program: ProgramDocument,
  latest: Release | undefined,
  { now, there }: PublishingTime,
): Release {
  const release = (latest?.release ?? 0) + 1;
  return {
    _id: releaseDocumentId(workspace, release),
    workspace,
    release,
    note,
    author,
    program: releaseProgram(program, latest?.program, release, there),
    publishedAt: now,
    ...(there === now ? {} : { publishedAtThere: there }),
    announcedAt: null,
  };
}
