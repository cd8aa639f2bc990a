import {
  type Clock,
  type DomainError,
  type FieldProblem,
  type Result,
  err,
  nowIn,
  ok,
  ordinaryTime,
  WorkspaceClocks,
} from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import {
  EMPTY_PROGRAM,
  type ProgramDiff,
  diffPrograms,
  releaseErrors,
  toProgramDocument,
  validateProgram,
  withEditsOf,
} from '@laurel/releases-domain';
import type { Environment } from '@laurel/tenancy-domain';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import { asNext } from '../diff-releases/diff-releases.handler.js';
import { findRelease } from '../find-release.js';
import { PublishReleaseHandler, type ReleaseAuthor, refuseMoved } from '../publish-release/publish-release.handler.js';
import { type Release, ReleaseStore } from '../release-store.port.js';
import { TenantEnvironments } from './environments.port.js';

export interface Promotion {
  readonly from: Environment;
  readonly release: number;
  readonly to: Environment;
  readonly dryRun: boolean;
  /** The target's latest release, as whoever promotes saw it. Only a dry run may leave it out. */
  readonly expect?: number;
}

export interface Promoted {
  /** Numbers of the target's releases: the latest before, and the one that the promotion is or would be. */
  readonly before: number;
  readonly after: number;
  readonly diff: ProgramDiff;
  readonly published: Release | undefined;
  /** The workspace that it is published in. */
  readonly target: string;
}

/** Copies a release into another environment of the same tenant. Nothing else crosses, nor do ends of windows. */
@Injectable()
export class PromoteReleaseHandler {
  constructor(
    @Inject(TenantEnvironments) private readonly environments: TenantEnvironments,
    @Inject(ReleaseStore) private readonly store: ReleaseStore,
    private readonly publisher: PublishReleaseHandler,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {}

  /**
   * @param author whose workspace is the source
   * @returns `http.invalid_input` when it is not the environment that is named, `releases.unknown_environment` when the tenant
   *   has no such other one, `releases.not_found`, `releases.target_moved` when something else was published there since,
   *   `releases.invalid_program`
   */
  async handle(author: ReleaseAuthor, promotion: Promotion): Promise<Result<Promoted, DomainError>> {
    const { from, to, release, dryRun, expect } = promotion;
    const refusal = await this.refuse(author.workspace, promotion);
    if (refusal) return err(refusal);
    const source = await findRelease(this.store, author.workspace, String(release));
    if (!source.ok) return source;
    const target = await this.environments.sibling(author.workspace, to);
    if (target === undefined) {
      return err(releaseErrors.unknownEnvironment(`The tenant has no workspace "${to}".`));
    }
    const latest = await this.store.latest(target);
    const program = withEditsOf(toProgramDocument(source.value.program), latest?.program);
    const moved = refuseMoved(latest, expect);
    if (moved) return err(moved);
    const possible = validateProgram(program, latest?.program);
    if (!possible.ok) return possible;
    const before = latest?.release ?? 0;
    const note = `Promoted from ${from}, release ${release}${author.note === '' ? '' : `: ${author.note}`}`;
    const published = dryRun
      ? undefined
      : await this.publisher.handle({ ...author, workspace: target, note }, program, before);
    if (published && !published.ok) return published;
    const now = await nowIn(target, this.clocks, this.clock);
    const diff = diffPrograms(latest?.program ?? EMPTY_PROGRAM, asNext(program, latest, now), now);
    return ok({ before, after: published?.value.release ?? before + 1, diff, published: published?.value, target });
  }

  private async refuse(workspace: string, { from, to }: Promotion): Promise<DomainError | undefined> {
    if (from === to)
      return invalid({ path: '/to', rule: 'distinct', message: 'must be another environment than from' });
    const own = await this.environments.environmentOf(workspace);
    if (own === from) return undefined;
    const message = `must be the environment of the credential's workspace${own ? `, which is ${own}` : ''}`;
    return invalid({ path: '/from', rule: 'own', message });
  }
}

const invalid = (problem: FieldProblem): DomainError =>
  httpErrors.invalidInput('See `errors` for every problem.', { errors: [problem] });
