import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { rewardErrors } from '../errors.js';
import { describeGrant, describePage } from '../grants/describe-grant.js';
import { GRANT_ID } from '../grants/grant-id.js';
import { GrantStore } from '../grants/grant-store.js';
import { GrantDto, GrantPageDto } from '../grants/grant.dto.js';
import { ListGrantsDto } from './list-grants.dto.js';

@ApiTags('rewards')
@Controller('v1/grants')
export class ListGrantsController {
  constructor(private readonly grants: GrantStore) {}

  @ApiOperation({ summary: 'List what winners were given, newest first' })
  @ApiOkResponse({ type: GrantPageDto, description: 'A page of grants.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('rewards:read')
  @Get()
  async listGrants(
    @Query() query: ListGrantsDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<GrantPageDto> {
    return describePage(orThrow(await this.grants.list({ ...query, workspace })));
  }

  @ApiOperation({ summary: 'Get a grant' })
  @ApiParam({ name: 'id', example: 'gr_5f2a9c1e0b7d4c3a8e6f1d2b3c4a5e6f' })
  @ApiOkResponse({ type: GrantDto, description: 'The grant.' })
  @ApiProblem(rewardErrors.grantNotFound, httpErrors.unavailable)
  @Requires('rewards:read')
  @Get(':id')
  async getGrant(@Param('id') id: string, @CurrentCredential() { workspace }: Credential): Promise<GrantDto> {
    const grant = GRANT_ID.test(id) ? await this.grants.find(workspace, id) : undefined;
    const notFound = {
      ok: false,
      error: rewardErrors.grantNotFound('This workspace has no grant of this id.'),
    } as const;
    return describeGrant(orThrow(grant ? { ok: true, value: grant } : notFound));
  }
}
