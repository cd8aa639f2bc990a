import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { BOARD_READ_PROBLEMS } from '../errors.js';
import { JSON_MEDIA_TYPE } from '../reading/answer-json.js';
import { BoardRowsDto } from '../reading/board-answer.dto.js';
import { boardRead } from '../reading/board-answers.js';
import { AroundScoreQueryDto, RowsQueryDto } from '../reading/board-query.dto.js';
import { type QueryValues, aroundScoreQuery, readQuery, rowsQuery } from '../reading/board-query.js';
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
  @ApiProblem(...BOARD_READ_PROBLEMS, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/around/:playerId')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardAroundPlayer(
    @Param('key') key: string,
    @Param('playerId') playerId: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<Buffer> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(rowsQuery, query)) };
    return orThrow(await this.handler.execute({ ...asked, playerId }));
  }

  @ApiOperation({
    summary: 'Read the rows around a score',
    description:
      'As many rows above the place of the score as below, a full page at the edges: also for a score that nobody has, or that is ' +
      'better or worse than all. Where several have it, the first of them is in the middle.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: AroundScoreQueryDto })
  @ApiOkResponse({ type: BoardRowsDto, description: 'The rows around the score.' })
  @ApiProblem(...BOARD_READ_PROBLEMS, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/around')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardAroundScore(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<Buffer> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(aroundScoreQuery, query)) };
    return orThrow(await this.handler.ofScore(asked));
  }
}
