import { NotAudited, Public, authErrors } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { operatorErrors } from '@laurel/tenancy-domain';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionAnswer } from '../session-answer.js';
import { SessionDto } from '../session.dto.js';
import { SignInDto } from './sign-in.dto.js';
import { SignInHandler } from './sign-in.handler.js';

@ApiTags('sessions')
@Controller('v1/sessions')
export class SignInController {
  constructor(
    private readonly handler: SignInHandler,
    private readonly answer: SessionAnswer,
  ) {}

  @ApiOperation({
    summary: 'Sign in as an operator',
    description:
      'The answer sets the session’s cookie, which is all that later requests need; those that are no GET send `x-laurel-csrf: 1` ' +
      'besides. A session ends an hour after its last request, and twelve after it began.',
  })
  @ApiCreatedResponse({ type: SessionDto, description: 'The session.' })
  @ApiProblem(operatorErrors.signInRefused, operatorErrors.codeRequired)
  @ApiProblem(operatorErrors.tooManyAttempts, operatorErrors.environmentClosed, authErrors.auditUnavailable)
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @NotAudited('`SessionOpener` puts each session into the log')
  @Public()
  @Post()
  async signIn(
    @Body() { email, password, code, environment }: SignInDto,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const signedIn = orThrow(await this.handler.handle({ email, password, code, environment, address: ip }));
    return this.answer.begun(reply, signedIn);
  }
}
