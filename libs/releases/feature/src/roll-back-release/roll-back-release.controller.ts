import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RELEASE_PARAM } from '../find-release.js';
import { ReleaseDto, toReleaseDto } from '../release.dto.js';
import { RollBackReleaseDto } from './roll-back-release.dto.js';
import { RollBackReleaseHandler } from './roll-back-release.handler.js';

@ApiTags('releases')
@Controller('v1/releases/:release/rollback')
export class RollBackReleaseController {
  constructor(private readonly handler: RollBackReleaseHandler) {}

  @ApiOperation({
    summary: 'Publish an earlier release again, as a new one',
    description:
      'What has kept its shape since goes on. A stat or leaderboard that changed or was deleted since begins anew: ' +
      '`GET /v1/releases/{latest}/diff/{release}` says which.',
  })
  @ApiParam({ name: 'release', ...RELEASE_PARAM })
  @ApiCreatedResponse({ type: ReleaseDto, description: 'The new release, with the earlier program.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @ApiProblem(releaseErrors.notFound, releaseErrors.inForce)
  @Audited('releases.roll_back', { after: ({ answer: { release, note } }) => ({ release, note }) })
  @Requires('releases:write')
  @Post()
  async rollBackRelease(
    @Param('release') number: string,
    @Body() { note }: RollBackReleaseDto,
    @CurrentCredential() credential: Credential,
  ): Promise<ReleaseDto> {
    const author = { workspace: credential.workspace, author: actorOf(credential).id, note };
    return toReleaseDto(orThrow(await this.handler.handle(author, number)));
  }
}
