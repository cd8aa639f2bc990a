import { type DomainError, type Result, err } from '@laurel/kernel';
import { releaseErrors, toProgramDocument } from '@laurel/releases-domain';
import { Inject, Injectable } from '@nestjs/common';
import { findRelease } from '../find-release.js';
import { PublishReleaseHandler, type ReleaseAuthor } from '../publish-release/publish-release.handler.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

@Injectable()
export class RollBackReleaseHandler {
  constructor(
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    private readonly publisher: PublishReleaseHandler,
  ) {}

  /**
   * Publishes the program of an earlier release as a new one. What has kept its shape since goes on; what changed or was
   * deleted since begins anew, as with any release: values of another meaning are never revived.
   *
   * @returns the new release, or `releases.not_found`, `releases.in_force`, or `releases.invalid_program` when this version
   *   of Laurel no longer takes the program
   */
  async handle(author: ReleaseAuthor, number: string): Promise<Result<Release, DomainError>> {
    const target = await findRelease(this.store, author.workspace, number);
    if (!target.ok) return target;
    const { release, program } = target.value;
    const latest = await this.store.latest(author.workspace);
    if (latest?.release === release) return err(releaseErrors.inForce(`Release ${release} is the latest already.`));
    const note = `Rollback to release ${release}${author.note === '' ? '' : `: ${author.note}`}`;
    return this.publisher.handle({ ...author, note }, toProgramDocument(program));
  }
}
