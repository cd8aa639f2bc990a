import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { BOARD_READ_PROBLEMS } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { WindowQueryDto } from '../reading/board-query.dto.js';
import { type QueryValues, readQuery, windowQuery } from '../reading/board-query.js';
import { StandingDto } from './get-standing.dto.js';
import { GetStandingHandler } from './get-standing.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetStandingController {
  constructor(private readonly handler: GetStandingHandler) {}

  @ApiOperation({
    summary: 'Read one player’s standing: rank, score, columns, percentile, and the rank in each segment',
    description:
      'A player who is not on the leaderboard is no error: `entry` is null. While `warming`, `entry` has the score and no rank.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiParam({ name: 'playerId', example: 'chelsea' })
  @ApiQuery({ type: WindowQueryDto })
  @ApiOkResponse({ type: StandingDto, description: 'The standing of the player.' })
  @ApiProblem(...BOARD_READ_PROBLEMS, httpErrors.invalidInput)
  @Requires('boards:read', { board: 'key' })
  @Get(':key/players/:playerId')
  async getStanding(
    @Param('key') key: string,
    @Param('playerId') playerId: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<StandingDto> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(windowQuery, query)) };
    return orThrow(await this.handler.execute({ ...asked, playerId }));
  }
}
