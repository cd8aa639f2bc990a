import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RELEASE_PARAM } from '../find-release.js';
import { DiffDto } from './diff.dto.js';
import { DiffReleasesHandler } from './diff-releases.handler.js';

@ApiTags('releases')
@Controller('v1/releases/:from/diff/:to')
export class DiffReleasesController {
  constructor(private readonly handler: DiffReleasesHandler) {}

  @ApiOperation({
    summary: 'Show how a release differs from another',
    description: 'Where `to` is the older one, what rolling back to it would do.',
  })
  @ApiParam({ name: 'from', ...RELEASE_PARAM })
  @ApiParam({ name: 'to', ...RELEASE_PARAM })
  @ApiOkResponse({ type: DiffDto, description: 'The differences and what follows from them.' })
  @ApiProblem(releaseErrors.notFound, httpErrors.unavailable)
  @Requires('releases:read')
  @Get()
  async diffReleases(
    @Param('from') from: string,
    @Param('to') to: string,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<DiffDto> {
    const diff = orThrow(await this.handler.ofReleases(workspace, from, to));
    return { from: Number(from), to: Number(to), ...diff };
  }
}
