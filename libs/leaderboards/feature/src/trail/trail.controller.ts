import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { boardReadErrors } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, readQuery, trailQuery } from '../reading/board-query.js';
import { TrailDto, TrailQueryDto } from './trail.dto.js';
import { TrailHandler } from './trail.handler.js';

@ApiTags('moderation')
@Controller('v1/leaderboards')
export class TrailController {
  constructor(private readonly handler: TrailHandler) {}

  @ApiOperation({
    summary: 'Read how a player’s standing came to be',
    description:
      'From event to rule, from rule to score, from score to rank: what moved the standing, the latest first, with orders about it ' +
      'and corrections, and what of the player is held back for a review. Asks for `events:read`.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiParam({ name: 'playerId', example: 'chelsea' })
  @ApiQuery({ type: TrailQueryDto })
  @ApiOkResponse({ type: TrailDto, description: 'The standing, and a part of its trail.' })
  @ApiProblem(boardReadErrors.boardNotFound, boardReadErrors.windowNotFound, boardReadErrors.invalidCursor)
  @ApiProblem(httpErrors.invalidInput)
  @Requires('events:read')
  @Get(':key/players/:playerId/trail')
  async getTrail(
    @Param('key') key: string,
    @Param('playerId') playerId: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<TrailDto> {
    const asked = { ...boardRead(credential, key), ...orThrow(readQuery(trailQuery, query)) };
    return orThrow(await this.handler.execute({ ...asked, playerId }));
  }
}
