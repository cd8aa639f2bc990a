import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { boardReadErrors } from '../errors.js';
import { BoardPageDto, GetPageQueryDto } from './get-page.dto.js';
import { GetPageHandler } from './get-page.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetPageController {
  constructor(private readonly handler: GetPageHandler) {}

  @ApiOperation({
    summary: 'Read a page of a leaderboard',
    description: 'Pages by cursor: rows that did not move are neither skipped nor shown twice.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiOkResponse({ type: BoardPageDto, description: 'A page of the board.' })
  @ApiProblem(
    boardReadErrors.boardNotFound,
    boardReadErrors.windowNotFound,
    boardReadErrors.invalidCursor,
    httpErrors.invalidInput,
  )
  @Requires('boards:read')
  @Get(':key')
  async getLeaderboardPage(
    @Param('key') key: string,
    @Query() query: GetPageQueryDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<BoardPageDto> {
    return orThrow(await this.handler.execute({ workspace, key, ...query }));
  }
}
