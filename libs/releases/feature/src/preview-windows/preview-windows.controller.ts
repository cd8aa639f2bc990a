import { type Clock, WorkspaceClocks, nowIn, ordinaryTime } from '@laurel/kernel';
import { type Credential, CurrentCredential, NotAudited, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { previewWindows, releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, HttpCode, Inject, Optional, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK } from '../clock.js';
import { PreviewWindowsDto, WindowPreviewDto, toWindowPreviewDto } from './preview-windows.dto.js';

@ApiTags('draft')
@Controller('v1/draft/window-preview')
export class PreviewWindowsController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(WorkspaceClocks) private readonly clocks: WorkspaceClocks = ordinaryTime,
  ) {}

  @ApiOperation({
    summary: 'Show which windows definitions give',
    description: 'Before a leaderboard has them: by the clock of the workspace. Nothing is changed.',
  })
  @ApiOkResponse({ type: WindowPreviewDto, description: 'The windows.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidResource, httpErrors.unavailable)
  @NotAudited('It changes nothing.')
  @Requires('releases:read')
  @HttpCode(200)
  @Post()
  async previewWindows(
    @Body() { count, ...definitions }: PreviewWindowsDto,
    @CurrentCredential() { workspace }: Credential,
  ): Promise<WindowPreviewDto> {
    const now = await nowIn(workspace, this.clocks, this.clock);
    return toWindowPreviewDto(now, orThrow(previewWindows(definitions, now, count)));
  }
}
