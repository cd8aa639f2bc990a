import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, orThrow } from '@laurel/platform-http';
import { isPublic } from '../board-directory/is-public.js';
import { boardReadErrors } from '../errors.js';
import { PlayerBoardsDto } from './get-player-boards.dto.js';
import { GetPlayerBoardsHandler } from './get-player-boards.handler.js';

@ApiTags('leaderboards')
@Controller('v1/players')
export class GetPlayerBoardsController {
  constructor(private readonly handler: GetPlayerBoardsHandler) {}

  @ApiOperation({
    summary: 'Read a player’s standings on all leaderboards',
    description:
      'One call for a profile page. A player token that was minted for some leaderboards reads those one by one.',
  })
  @ApiParam({ name: 'id', example: 'chelsea' })
  @ApiOkResponse({ type: PlayerBoardsDto, description: 'The standings of the player.' })
  @ApiProblem(boardReadErrors.playerNotFound)
  @Requires('boards:read')
  @Get(':id/leaderboards')
  async getPlayerLeaderboards(
    @Param('id') playerId: string,
    @CurrentCredential() credential: Credential,
  ): Promise<PlayerBoardsDto> {
    const { workspace } = credential;
    return orThrow(await this.handler.execute({ workspace, playerId, isPublic: isPublic(credential) }));
  }
}
