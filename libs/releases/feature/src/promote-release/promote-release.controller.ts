import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { toReleaseDto } from '../release.dto.js';
import { PromoteReleaseHandler } from './promote-release.handler.js';
import { PromoteReleaseDto, PromotionDto } from './promotion.dto.js';

@ApiTags('releases')
@Controller('v1/promotions')
export class PromoteReleaseController {
  constructor(private readonly handler: PromoteReleaseHandler) {}

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
    const { before, after, diff, published } = orThrow(await this.handler.handle(author, promotion));
    void reply.status(published ? 201 : 200);
    return { diff: { from: before, to: after, ...diff }, published: published ? toReleaseDto(published) : null };
  }
}
