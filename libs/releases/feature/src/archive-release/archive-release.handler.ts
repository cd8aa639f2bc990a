import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { releaseErrors } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { findRelease } from '../find-release.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

@Injectable()
export class ArchiveReleaseHandler {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Hides a release from lists. Errors: `releases.not_found`; `releases.in_force` for the latest. */
  async archive(workspace: string, number: string): Promise<Result<Release, DomainError>> {
    const target = await findRelease(this.store, workspace, number);
    if (!target.ok) return target;
    const { release, archivedAt } = target.value;
    const latest = await this.store.latest(workspace);
    if (latest?.release === release) {
      return err(releaseErrors.inForce(`Release ${release} is the latest: it decides events and can't be archived.`));
    }
    return this.mark(target.value, archivedAt ?? this.clock.now());
  }

  /** Shows a release in lists again. Error: `releases.not_found`. */
  async restore(workspace: string, number: string): Promise<Result<Release, DomainError>> {
    const target = await findRelease(this.store, workspace, number);
    return target.ok ? this.mark(target.value, null) : target;
  }

  private async mark(release: Release, archivedAt: number | null): Promise<Result<Release, DomainError>> {
    await this.store.markArchived(release.workspace, release.release, archivedAt);
    return ok({ ...release, archivedAt });
  }
}
