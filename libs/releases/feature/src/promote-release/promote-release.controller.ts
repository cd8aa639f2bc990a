import type { Clock } from '@laurel/kernel';
import { AuditLog, Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, currentRequestId, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, Inject, Optional, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CLOCK } from '../clock.js';
import { toReleaseDto } from '../release.dto.js';
import { PromoteReleaseHandler, type Promotion } from './promote-release.handler.js';
import { PromoteReleaseDto, PromotionDto } from './promotion.dto.js';

@ApiTags('releases')
@Controller('v1/promotions')
export class PromoteReleaseController {
  constructor(
    private readonly handler: PromoteReleaseHandler,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() private readonly audit?: AuditLog,
  ) {}

  @ApiOperation({
    summary: 'Promote a release to another environment of the tenant',
    description:
      'Publishes its program there as the next release. Only the program crosses: no players, events, keys or drafts. ' +
      'With `dryRun`, only shows what would change; without, only onto the release of the target that was looked at.',
  })
  @ApiOkResponse({ type: PromotionDto, description: 'What would change; nothing did.' })
  @ApiCreatedResponse({ type: PromotionDto, description: 'It is published there.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @ApiProblem(releaseErrors.notFound, releaseErrors.unknownEnvironment, releaseErrors.targetMoved)
  @Audited('releases.promote', {
    target: ({ body: { release, to } }) => ({ release, to }),
    after: ({ body: { dryRun = false, note } }) => ({ dryRun, note }),
  })
  @Requires('releases:promote')
  @Post()
  async promoteRelease(
    @Body() { note, ...promotion }: PromoteReleaseDto,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PromotionDto> {
    const author = { workspace: credential.workspace, author: actorOf(credential).id, note };
    const { before, after, diff, published, target } = orThrow(await this.handler.handle(author, promotion));
    if (published) await this.record(target, credential, promotion);
    void reply.status(published ? 201 : 200);
    return { diff: { from: before, to: after, ...diff }, published: published ? toReleaseDto(published) : null };
  }

  /** Also in the log of the workspace that it changed: the request's own is that of the source. */
  private async record(workspace: string, credential: Credential, { from, release }: Promotion): Promise<void> {
    const [at, requestId] = [this.clock.now(), currentRequestId() ?? ''];
    const target = `${from} ${release}`;
    await this.audit?.append({
      workspace,
      at,
      actor: actorOf(credential),
      action: 'releases.promote',
      target,
      requestId,
    });
  }
}
