import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RELEASE_PARAM } from '../find-release.js';
import { ReleaseSummaryDto, toReleaseSummary } from '../release.dto.js';
import { ArchiveReleaseHandler } from './archive-release.handler.js';

@ApiTags('releases')
@Controller('v1/releases/:release/archive')
export class ArchiveReleaseController {
  constructor(private readonly handler: ArchiveReleaseHandler) {}

  @ApiOperation({
    summary: 'Hide an old release from lists',
    description: 'It is still found by its number, and what it decided stays as it is.',
  })
  @ApiParam({ name: 'release', ...RELEASE_PARAM })
  @ApiOkResponse({ type: ReleaseSummaryDto, description: 'It is archived.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType)
  @ApiProblem(releaseErrors.notFound, releaseErrors.inForce, httpErrors.unavailable)
  @Audited('releases.archive')
  @Requires('releases:write')
  @HttpCode(200)
  @Post()
  async archiveRelease(
    @Param('release') number: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<ReleaseSummaryDto> {
    return toReleaseSummary(orThrow(await this.handler.archive(workspace, number)));
  }

  @ApiOperation({ summary: 'Show an archived release in lists again' })
  @ApiParam({ name: 'release', ...RELEASE_PARAM })
  @ApiOkResponse({ type: ReleaseSummaryDto, description: 'It is no longer archived.' })
  @ApiProblem(releaseErrors.notFound, httpErrors.unavailable)
  @Audited('releases.restore')
  @Requires('releases:write')
  @Delete()
  async restoreRelease(
    @Param('release') number: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<ReleaseSummaryDto> {
    return toReleaseSummary(orThrow(await this.handler.restore(workspace, number)));
  }
}
