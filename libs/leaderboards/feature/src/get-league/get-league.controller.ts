import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { boardReadErrors } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { LeagueQueryDto } from '../reading/board-query.dto.js';
import { type QueryValues, leagueQuery, readQuery } from '../reading/board-query.js';
import { LeagueDto } from './get-league.dto.js';
import { GetLeagueHandler } from './get-league.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards')
export class GetLeagueController {
  constructor(private readonly handler: GetLeagueHandler) {}

  @ApiOperation({
    summary: 'Read a player’s group in the league: tier, rank in the group, its rows, and who would move',
    description:
      'Also of windows that have closed. A player who has had no result in the window has no seat yet: `seat` is null. While ' +
      '`warming`, `entries` holds the player’s own row without a rank.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'weekly-cup' })
  @ApiParam({ name: 'playerId', example: 'chelsea' })
  @ApiQuery({ type: LeagueQueryDto })
  @ApiOkResponse({ type: LeagueDto, description: 'The group of the player.' })
  @ApiProblem(
    boardReadErrors.boardNotFound,
    boardReadErrors.windowNotFound,
    boardReadErrors.noLeague,
    boardReadErrors.serverOnly,
    httpErrors.invalidInput,
  )
  @Requires('boards:read', { board: 'key' })
  @Get(':key/players/:playerId/league')
  async getLeague(
    @Param('key') key: string,
    @Param('playerId') playerId: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<LeagueDto> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(leagueQuery, query)) };
    return orThrow(await this.handler.execute({ ...asked, playerId }));
  }
}
