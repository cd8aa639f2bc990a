import { parseInstant } from '@laurel/kernel';
import { Audited, type Credential, CurrentCredential, Requires, actorOf } from '@laurel/platform-auth';
import { ApiProblem, ProblemException, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { EditWindowDto, EditedWindowDto, EndWindowDto, toEditedWindowDto } from './edit-window.dto.js';
import { EditWindowHandler } from './edit-window.handler.js';

const BOARD = { name: 'key', description: 'Key of the leaderboard.', example: 'premier-league' };
const WINDOW = { name: 'window', description: 'Key of the window.', example: '2026-W47' };

/** Windows of leaderboards that run, or are still to come. */
@ApiTags('leaderboards')
@Controller('v1/leaderboards/:key/windows/:window')
export class EditWindowController {
  constructor(private readonly handler: EditWindowHandler) {}

  @ApiOperation({
    summary: 'Let a window end at another time',
    description:
      'Publishes the latest release with that end, and edits the draft likewise. Results that are decided before the release is in ' +
      'force are judged by the end as it was.',
  })
  @ApiParam(BOARD)
  @ApiParam(WINDOW)
  @ApiOkResponse({ type: EditedWindowDto, description: 'The window ends then.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @ApiProblem(releaseErrors.windowNotFound, releaseErrors.windowOver, releaseErrors.invalidWindowEnd)
  @Audited('windows.edit', { after: ({ answer }) => answer })
  @Requires('releases:write')
  @Patch()
  editWindow(
    @Param('key') board: string,
    @Param('window') window: string,
    @Body() { end, note }: EditWindowDto,
    @CurrentCredential() credential: Credential,
  ): Promise<EditedWindowDto> {
    const at = parseInstant(end);
    if (at === undefined) throw new ProblemException(NOT_A_TIME);
    return this.edit(credential, note, { board, window, end: at });
  }

  @ApiOperation({
    summary: 'End a window now',
    description: 'As letting it end at another time. After its grace it closes, and its standings are final.',
  })
  @ApiParam(BOARD)
  @ApiParam(WINDOW)
  @ApiOkResponse({ type: EditedWindowDto, description: 'The window has ended.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @ApiProblem(releaseErrors.windowNotFound, releaseErrors.windowOver, releaseErrors.invalidWindowEnd)
  @Audited('windows.end', { after: ({ answer }) => answer })
  @Requires('releases:write')
  @HttpCode(200)
  @Post('end')
  endWindow(
    @Param('key') board: string,
    @Param('window') window: string,
    @Body() { note }: EndWindowDto,
    @CurrentCredential() credential: Credential,
  ): Promise<EditedWindowDto> {
    return this.edit(credential, note, { board, window, end: null });
  }

  private async edit(
    credential: Credential,
    note: string,
    change: Parameters<EditWindowHandler['handle']>[1],
  ): Promise<EditedWindowDto> {
    const author = { workspace: credential.workspace, author: actorOf(credential).id, note };
    const { board, window } = change;
    return toEditedWindowDto(board, window, orThrow(await this.handler.handle(author, change)));
  }
}

const NOT_A_TIME = httpErrors.invalidInput('See `errors` for every problem.', {
  errors: [
    {
      path: '/end',
      rule: 'dateTime',
      message: 'must be an RFC 3339 date-time that exists, with an offset: 2026-12-24T18:00:00Z',
    },
  ],
});
