import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { boardReadErrors } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, historyQuery, readQuery } from '../reading/board-query.js';
import { GetRankHistoryQueryDto, RankHistoryDto } from './get-rank-history.dto.js';
import { GetRankHistoryHandler } from './get-rank-history.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetRankHistoryController {
  constructor(private readonly handler: GetRankHistoryHandler) {}

  @ApiOperation({
    summary: 'Read where a player ended in past windows',
    description: 'Final standings, the latest first, by cursor.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiParam({ name: 'playerId', example: 'chelsea' })
  @ApiQuery({ type: GetRankHistoryQueryDto })
  @ApiOkResponse({ type: RankHistoryDto, description: 'A page of final standings.' })
  @ApiProblem(
    boardReadErrors.boardNotFound,
    boardReadErrors.serverOnly,
    boardReadErrors.invalidCursor,
    httpErrors.invalidInput,
  )
  @Requires('boards:read', { board: 'key' })
  @Get(':key/players/:playerId/history')
  async getRankHistory(
    @Param('key') key: string,
    @Param('playerId') playerId: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<RankHistoryDto> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(historyQuery, query)) };
    return orThrow(await this.handler.execute({ ...asked, playerId }));
  }
}
