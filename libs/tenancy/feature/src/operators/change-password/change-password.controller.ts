import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionAnswer } from '../session-answer.js';
import { SessionDto } from '../session.dto.js';
import { ChangePasswordDto } from './change-password.dto.js';
import { ChangePasswordHandler } from './change-password.handler.js';

@ApiTags('sessions')
@Controller('v1/session/password')
export class ChangePasswordController {
  constructor(
    private readonly handler: ChangePasswordHandler,
    private readonly answer: SessionAnswer,
  ) {}

  @ApiOperation({
    summary: 'Change your own password',
    description:
      'Ends all your sessions, on every instance within five seconds; the answer sets the cookie of a new one.',
  })
  @ApiOkResponse({ type: SessionDto, description: 'The new session.' })
  @ApiProblem(operatorErrors.wrongPassword, operatorErrors.tooManyAttempts)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @Audited('operators.change_password')
  @Requires('session:own')
  @Put()
  async changePassword(
    @Body() { password, newPassword }: ChangePasswordDto,
    @CurrentCredential() credential: Credential,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const changed = await this.handler.handle(credential, { password, newPassword, address: ip });
    return this.answer.begun(reply, orThrow(changed));
  }
}
