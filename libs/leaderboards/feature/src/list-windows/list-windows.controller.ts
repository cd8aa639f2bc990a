import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { isPublic } from '../board-directory/is-public.js';
import { boardReadErrors } from '../errors.js';
import { ListWindowsQueryDto, WindowPageDto, toWindowPageDto } from './list-windows.dto.js';
import { ListWindowsHandler } from './list-windows.handler.js';

@ApiTags('leaderboards')
@Controller('v1/leaderboards/:key/windows')
export class ListWindowsController {
  constructor(private readonly handler: ListWindowsHandler) {}

  @ApiOperation({
    summary: 'List the windows of a leaderboard',
    description:
      'Those that are open, and page by page those that have closed, the latest first; with `preview` the next ones too. A closed ' +
      'window is read like any other, by its key.',
  })
  @ApiParam({ name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' })
  @ApiOkResponse({ type: WindowPageDto, description: 'The windows.' })
  @ApiProblem(
    boardReadErrors.boardNotFound,
    boardReadErrors.serverOnly,
    httpErrors.invalidInput,
    httpErrors.unavailable,
  )
  @Requires('boards:read', { board: 'key' })
  @Get()
  async listWindows(
    @Param('key') key: string,
    @Query() query: ListWindowsQueryDto,
    @CurrentCredential() credential: Credential,
  ): Promise<WindowPageDto> {
    const { workspace } = credential;
    const list = { workspace, key, ...query, isPublic: isPublic(credential) };
    return toWindowPageDto(orThrow(await this.handler.execute(list)));
  }
}
