import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { boardReadErrors } from '../errors.js';
import { boardRead } from '../reading/board-answers.js';
import { type QueryValues, partsQuery, readQuery } from '../reading/board-query.js';
import { BoardPartsDto, ListPartsQueryDto } from './list-parts.dto.js';
import { ListPartsHandler } from './list-parts.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards/:key/parts')
export class ListPartsController {
  constructor(private readonly handler: ListPartsHandler) {}

  @ApiOperation({
    summary: 'List the parts of a leaderboard',
    description:
      'Those that players are in, by the beginning of their names: what can be asked for as `segment`. One that everybody has left ' +
      'may be listed still.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiQuery({ type: ListPartsQueryDto })
  @ApiOkResponse({ type: BoardPartsDto, description: 'The parts.' })
  @ApiProblem(
    ...[boardReadErrors.boardNotFound, boardReadErrors.windowNotFound, boardReadErrors.serverOnly],
    ...[httpErrors.invalidInput, httpErrors.unavailable],
  )
  @Requires('boards:read', { board: 'key' })
  @Get()
  async listParts(
    @Param('key') key: string,
    @Query() query: QueryValues,
    @CurrentCredential() credential: Credential,
  ): Promise<BoardPartsDto> {
    const asked = orThrow(readQuery(partsQuery, query));
    return orThrow(await this.handler.execute({ ...boardRead(credential, key), ...asked }));
  }
}
