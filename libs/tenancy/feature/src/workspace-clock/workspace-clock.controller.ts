import { parseInstant } from '@laurel/kernel';
import { AuditNote, Audited, type Credential, CurrentAudit, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { type ClockMove, tenancyErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MoveClockHandler } from './move-clock.handler.js';
import { AdvanceClockDto, ClockDto, SetClockDto, toClockDto } from './workspace-clock.dto.js';

/** What time it is in a workspace. */
@ApiTags('clock')
@Controller('v1/clock')
export class WorkspaceClockController {
  constructor(private readonly handler: MoveClockHandler) {}

  @ApiOperation({
    summary: 'Get the time of the workspace',
    description: 'That of the world, but for a `dev` workspace whose clock was set.',
  })
  @ApiOkResponse({ type: ClockDto, description: 'The clock.' })
  @ApiProblem(httpErrors.unavailable)
  @Requires('clock:read')
  @Get()
  async getClock(@CurrentCredential() { workspace }: Credential): Promise<ClockDto> {
    return toClockDto(await this.handler.read(workspace));
  }

  @ApiOperation({
    summary: 'Set the clock of a dev workspace',
    description:
      'Any time while nothing was recorded in the workspace, later only one that is still to come there. Windows of leaderboards that ' +
      'end by then close. Credentials, sessions and limits go by the time of the world, whatever a clock says.',
  })
  @ApiOkResponse({ type: ClockDto, description: 'The clock.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(tenancyErrors.clockNotAllowed, tenancyErrors.clockBackwards)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('clock.set', { after: ({ answer }) => answer })
  @Requires('clock:write')
  @Put()
  setClock(
    @Body() { now }: SetClockDto,
    @CurrentCredential() { workspace }: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<ClockDto> {
    return this.move(workspace, { kind: 'set', now: parseInstant(now) ?? Number.NaN }, audit);
  }

  @ApiOperation({
    summary: 'Advance the clock of a dev workspace',
    description: 'As setting it, by a time to go on by.',
  })
  @ApiOkResponse({ type: ClockDto, description: 'The clock.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(tenancyErrors.clockNotAllowed, httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('clock.advance', { after: ({ answer }) => answer })
  @Requires('clock:write')
  @HttpCode(200)
  @Post('advance')
  advanceClock(
    @Body() { seconds }: AdvanceClockDto,
    @CurrentCredential() { workspace }: Credential,
    @CurrentAudit() audit: AuditNote,
  ): Promise<ClockDto> {
    return this.move(workspace, { kind: 'advance', byMs: seconds * 1_000 }, audit);
  }

  private async move(workspace: string, move: ClockMove, audit: AuditNote): Promise<ClockDto> {
    const { before, after } = orThrow(await this.handler.move(workspace, move));
    audit.before = toClockDto(before);
    return toClockDto(after);
  }
}
