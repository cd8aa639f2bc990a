import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { BOARD_READ_PROBLEMS, boardReadErrors } from '../errors.js';
import { JSON_MEDIA_TYPE } from '../reading/answer-json.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, oneStart, placedQuery, readQuery } from '../reading/board-query.js';
import { BoardPageDto, GetPageQueryDto } from './get-page.dto.js';
import { GetPageHandler } from './get-page.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetPageController {
  constructor(private readonly handler: GetPageHandler) {}

  @ApiOperation({
    summary: 'Read a page of a leaderboard',
    description:
      'Pages by cursor: rows that did not move are neither skipped nor shown twice. The first page is shared by all who ask for ' +
      'it and may be 100 ms old.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: GetPageQueryDto })
  @ApiOkResponse({ type: BoardPageDto, description: 'A page of the board.' })
  @ApiProblem(...BOARD_READ_PROBLEMS, boardReadErrors.invalidCursor, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardPage(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<Buffer> {
    const asked = orThrow(readQuery(placedQuery, query));
    orThrow(oneStart(asked.cursor, asked.offset));
    return orThrow(await this.handler.execute({ ...boardRead(credential, key), ...asked }));
  }
}
