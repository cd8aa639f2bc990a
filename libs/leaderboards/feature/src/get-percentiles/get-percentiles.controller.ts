import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { BOARD_READ_PROBLEMS } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, percentilesQuery, readQuery } from '../reading/board-query.js';
import { BoardPercentilesDto, GetPercentilesQueryDto } from './get-percentiles.dto.js';
import { GetPercentilesHandler } from './get-percentiles.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetPercentilesController {
  constructor(private readonly handler: GetPercentilesHandler) {}

  @ApiOperation({
    summary: 'Read the scores at percentiles',
    description:
      'What it takes to stand there: the last row before which no more than the rest of the leaderboard stands.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: GetPercentilesQueryDto })
  @ApiOkResponse({ type: BoardPercentilesDto, description: 'The rows at the percentiles.' })
  @ApiProblem(...BOARD_READ_PROBLEMS, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/percentiles')
  async getLeaderboardPercentiles(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<BoardPercentilesDto> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(percentilesQuery, query)) };
    return orThrow(await this.handler.execute(asked));
  }
}
