import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { BOARD_READ_PROBLEMS } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, playersQuery, readQuery } from '../reading/board-query.js';
import { BoardListDto, GetRowsQueryDto } from './get-rows.dto.js';
import { GetRowsHandler } from './get-rows.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetRowsController {
  constructor(private readonly handler: GetRowsHandler) {}

  @ApiOperation({
    summary: 'Read the rows of some players: friends, or a clan',
    description:
      'In the order of the leaderboard, each with its rank on the whole of it and among those who were asked for. Who is not on it ' +
      'is left out. While `warming`, rows have scores and no ranks.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: GetRowsQueryDto })
  @ApiOkResponse({ type: BoardListDto, description: 'The rows of the players.' })
  @ApiProblem(...BOARD_READ_PROBLEMS, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/players')
  async getLeaderboardPlayers(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<BoardListDto> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(playersQuery, query)) };
    return orThrow(await this.handler.execute(asked));
  }
}
