import { type Credential, CurrentCredential, NotAudited, Requires, authErrors } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SessionAnswer } from '../session-answer.js';
import { SessionDto } from '../session.dto.js';
import { SwitchEnvironmentDto } from './switch-environment.dto.js';
import { SwitchEnvironmentHandler } from './switch-environment.handler.js';

@ApiTags('sessions')
@Controller('v1/session/environment')
export class SwitchEnvironmentController {
  constructor(
    private readonly handler: SwitchEnvironmentHandler,
    private readonly answer: SessionAnswer,
  ) {}

  @ApiOperation({
    summary: 'Switch the session to another environment of the tenant',
    description: 'The answer sets a new cookie: requests with it reach the other workspace at once, on every instance.',
  })
  @ApiOkResponse({ type: SessionDto, description: 'The session.' })
  @ApiProblem(operatorErrors.environmentClosed, authErrors.auditUnavailable)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @NotAudited('`SessionOpener` puts each session into the log')
  @Requires('session:own')
  @Put()
  async switchEnvironment(
    @Body() { environment }: SwitchEnvironmentDto,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.answer.begun(reply, orThrow(await this.handler.handle(credential, environment)));
  }
}
