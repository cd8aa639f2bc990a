import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { PlayerListDto } from './list-players.dto.js';
import {
  ATTRIBUTE_PARAMETER,
  CURSOR_PARAMETER,
  LIMIT_PARAMETER,
  QUERY_PARAMETER,
  STATUS_PARAMETER,
} from './list-players.openapi.js';
import { ListPlayersHandler } from './list-players.handler.js';
import { type ListQuery, ListQueryPipe } from './list-query.pipe.js';

@ApiTags('players')
@Controller('v1/players')
export class ListPlayersController {
  constructor(private readonly handler: ListPlayersHandler) {}

  @ApiOperation({
    summary: 'List and search players',
    description:
      'By id; all filters that are given must hold. A walk along `next` neither skips nor repeats players who stay what they are.',
  })
  @ApiQuery(QUERY_PARAMETER)
  @ApiQuery(STATUS_PARAMETER)
  @ApiQuery(ATTRIBUTE_PARAMETER)
  @ApiQuery(LIMIT_PARAMETER)
  @ApiQuery(CURSOR_PARAMETER)
  @ApiOkResponse({ type: PlayerListDto, description: 'A part of the list.' })
  @ApiProblem(httpErrors.invalidInput)
  @Requires('players:read')
  @Get()
  async listPlayers(
    @Query(ListQueryPipe) { q, limit, cursor, status, attributes }: ListQuery,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<PlayerListDto> {
    return orThrow(await this.handler.execute({ workspace, prefix: q, status, attributes, limit, cursor }));
  }
}
