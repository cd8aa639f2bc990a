import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isPublic } from '../board-directory/is-public.js';
import { LeaderboardPageDto, ListBoardsQueryDto } from './list-boards.dto.js';
import { ListBoardsHandler } from './list-boards.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class ListBoardsController {
  constructor(private readonly handler: ListBoardsHandler) {}

  @ApiOperation({
    summary: 'List the leaderboards',
    description:
      'Those that are in force, with how they rank, and with the windows that run and their rows. A player token that was minted ' +
      'for some leaderboards can’t list them.',
  })
  @ApiOkResponse({ type: LeaderboardPageDto, description: 'A page of leaderboards.' })
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Requires('boards:read')
  @Get()
  async listLeaderboards(
    @Query() query: ListBoardsQueryDto,
    @CurrentCredential() credential: Credential,
  ): Promise<LeaderboardPageDto> {
    const { workspace } = credential;
    return orThrow(await this.handler.execute({ workspace, ...query, isPublic: isPublic(credential) }));
  }
}
