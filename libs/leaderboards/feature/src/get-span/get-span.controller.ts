import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { BOARD_READ_PROBLEMS, boardReadErrors } from '../errors.js';
import { JSON_MEDIA_TYPE } from '../reading/answer-json.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, inOrder, ranksQuery, readQuery, scoresQuery, topQuery } from '../reading/board-query.js';
import { BoardSpanDto, RanksQueryDto, ScoresQueryDto, TopQueryDto } from './get-span.dto.js';
import { GetSpanHandler } from './get-span.handler.js';

const PROBLEMS = [...BOARD_READ_PROBLEMS, boardReadErrors.invalidCursor, httpErrors.invalidInput];

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetSpanController {
  constructor(private readonly handler: GetSpanHandler) {}

  @ApiOperation({
    summary: 'Read the best percent of a leaderboard',
    description: 'At least one row, and all who share the rank of the last one.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: TopQueryDto })
  @ApiOkResponse({ type: BoardSpanDto, description: 'A page of the best rows.' })
  @ApiProblem(...PROBLEMS)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/top')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardTop(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<Buffer> {
    const { percent, ...asked } = orThrow(readQuery(topQuery, query));
    const span = { kind: 'top', percent } as const;
    return orThrow(await this.handler.execute({ ...boardRead(credential, key), ...asked, span }));
  }

  @ApiOperation({
    summary: 'Read the rows of a range of ranks',
    description: 'Rows whose rank is within, both ends included; who shares a rank is in or out together.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: RanksQueryDto })
  @ApiOkResponse({ type: BoardSpanDto, description: 'A page of the rows.' })
  @ApiProblem(...PROBLEMS)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/ranks')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardRanks(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<Buffer> {
    const { from, to = Number.MAX_SAFE_INTEGER - 1, ...asked } = orThrow(readQuery(ranksQuery, query));
    orThrow(inOrder('from', from, 'to', to));
    const span = { kind: 'ranks', from, to } as const;
    return orThrow(await this.handler.execute({ ...boardRead(credential, key), ...asked, span }));
  }

  @ApiOperation({
    summary: 'Read the rows of a range of scores',
    description:
      'Rows whose score is within, both ends included, in rank order. `count` says how many there are in all.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: ScoresQueryDto })
  @ApiOkResponse({ type: BoardSpanDto, description: 'A page of the rows.' })
  @ApiProblem(...PROBLEMS)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/scores')
  @Header('content-type', JSON_MEDIA_TYPE)
  async getLeaderboardScores(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<Buffer> {
    const read = orThrow(readQuery(scoresQuery, query));
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, ...asked } = read;
    orThrow(inOrder('min', min, 'max', max));
    const span = { kind: 'scores', min, max } as const;
    return orThrow(await this.handler.execute({ ...boardRead(credential, key), ...asked, span }));
  }
}
