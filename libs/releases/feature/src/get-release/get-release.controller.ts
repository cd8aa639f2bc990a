import { type Result, type DomainError, err, ok } from '@laurel/kernel';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { noSuchRelease } from '../diff-releases/diff-releases.handler.js';
import { RELEASE_NUMBER } from '../release-number.js';
import { ReleaseDto, toReleaseDto } from '../release.dto.js';
import { type Release, ReleaseStore } from '../release-store.port.js';

@ApiTags('releases')
@Controller('v1/releases')
export class GetReleaseController {
  constructor(@Inject(ReleaseStore) private readonly store: ReleaseStore) {}

  @ApiOperation({ summary: 'Get a release with its program' })
  @ApiParam({ name: 'release', schema: { type: 'integer', minimum: 1 } })
  @ApiOkResponse({ type: ReleaseDto, description: 'The release.' })
  @ApiProblem(releaseErrors.notFound, httpErrors.unavailable)
  @Requires('releases:read')
  @Get(':release')
  async getRelease(
    @Param('release') number: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<ReleaseDto> {
    return toReleaseDto(orThrow(await this.find(workspace, number)));
  }

  private async find(workspace: string, number: string): Promise<Result<Release, DomainError>> {
    const release = RELEASE_NUMBER.test(number) ? await this.store.find(workspace, Number(number)) : undefined;
    return release ? ok(release) : err(noSuchRelease());
  }
}
