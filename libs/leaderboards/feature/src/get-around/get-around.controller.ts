import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { boardReadErrors } from '../errors.js';
import { JSON_MEDIA_TYPE } from '../reading/answer-json.js';
import { BoardRowsDto } from '../reading/board-answer.dto.js';
import { RowsQueryDto } from '../reading/board-query.dto.js';
import { type QueryValues, readQuery, rowsQuery } from '../reading/board-query.js';
import { GetAroundHandler } from './get-around.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetAroundController {
  constructor(private readonly handler: GetAroundHandler) {}

  @ApiOperation({
    summary: 'Read the rows around a player',
    description:
      'As many rows above the player as below, a full page at the edges. A player who is not on the leaderboard has no rows ' +
      'around: `entries` is empty. While `warming`, it holds the player’s own row without a rank.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiParam({ name: 'playerId', example: 'chelsea' })
  @ApiQuery({ type: RowsQueryDto })
  @ApiOkResponse({ type: BoardRowsDto, description: 'The rows around the player.' })
  @ApiProblem(boardReadErrors.boardNotFound, boardReadErrors.windowNotFound, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/around/:playerId')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardAroundPlayer(
    @Param('key') key: string,
    @Param('playerId') playerId: string,
    @Query() query: QueryValues,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<Buffer> {
    return orThrow(await this.handler.execute({ workspace, key, playerId, ...orThrow(readQuery(rowsQuery, query)) }));
  }
}
