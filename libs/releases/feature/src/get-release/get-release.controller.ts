import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RELEASE_PARAM, findRelease } from '../find-release.js';
import { ReleaseDto, toReleaseDto } from '../release.dto.js';
import { ReleaseStore } from '../release-store.port.js';

@ApiTags('releases')
@Controller('v1/releases')
export class GetReleaseController {
  constructor(@Inject(ReleaseStore) private readonly store: ReleaseStore) {}

  @ApiOperation({ summary: 'Get a release with its program' })
  @ApiParam({ name: 'release', ...RELEASE_PARAM })
  @ApiOkResponse({ type: ReleaseDto, description: 'The release.' })
  @ApiProblem(releaseErrors.notFound, httpErrors.unavailable)
  @Requires('releases:read')
  @Get(':release')
  async getRelease(
    @Param('release') number: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<ReleaseDto> {
    return toReleaseDto(orThrow(await findRelease(this.store, workspace, number)));
  }
}
