import { err } from '@laurel/kernel';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { rewardErrors } from '../errors.js';
import { describeGrant, describePage, describeToPlayer } from '../grants/describe-grant.js';
import { GrantStore } from '../grants/grant-store.js';
import { GrantPageDto } from '../grants/grant.dto.js';
import { ListPlayerGrantsDto } from './list-grants.dto.js';

const NOT_FOUND = rewardErrors.playerNotFound('Players are created by their first event, or by `PUT`.');

@ApiTags('rewards')
@Controller('v1/players')
export class PlayerGrantsController {
  constructor(private readonly grants: GrantStore) {}

  @ApiOperation({
    summary: 'List what a player was given, newest first',
    description: 'With a player token, of its own player only.',
  })
  @ApiParam({ name: 'id', example: 'arsenal' })
  @ApiOkResponse({ type: GrantPageDto, description: 'A page of grants.' })
  @ApiProblem(rewardErrors.playerNotFound, httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('players:read', { ownPlayer: 'id' })
  @Get(':id/grants')
  async listPlayerGrants(
    @Param('id') playerId: string,
    @Query() query: ListPlayerGrantsDto,
    @CurrentCredential() { workspace, kind }: Credential,
  ): Promise<GrantPageDto> {
    if (!(await this.grants.hasPlayer(workspace, playerId))) orThrow(err(NOT_FOUND));
    const page = orThrow(await this.grants.list({ ...query, workspace, playerId }));
    return kind === 'player_token'
      ? describePage(page, (grant) => describeToPlayer(describeGrant(grant)))
      : describePage(page);
  }
}
