import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReleasePageDto, toReleaseSummary } from '../release.dto.js';
import { ListReleasesDto } from './list-releases.dto.js';
import { ListReleasesHandler } from './list-releases.handler.js';

@ApiTags('releases')
@Controller('v1/releases')
export class ListReleasesController {
  constructor(private readonly handler: ListReleasesHandler) {}

  @ApiOperation({ summary: 'List releases, newest first' })
  @ApiOkResponse({ type: ReleasePageDto, description: 'A page of releases.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('releases:read')
  @Get()
  async listReleases(
    @Query() { archived, ...query }: ListReleasesDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<ReleasePageDto> {
    const page = orThrow(await this.handler.handle({ workspace, ...query, archived: archived === 'true' }));
    return { ...page, entries: page.entries.map(toReleaseSummary) };
  }
}
