import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors } from '@laurel/platform-http';
import { Controller, Delete, HttpCode, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MongoSessionStore } from '../adapters/session-store.mongo.js';
import { SessionAnswer } from '../session-answer.js';

@ApiTags('sessions')
@Controller('v1/session')
export class SignOutController {
  constructor(
    private readonly sessions: MongoSessionStore,
    private readonly answer: SessionAnswer,
  ) {}

  @ApiOperation({ summary: 'Sign out', description: 'Every instance refuses the session within five seconds.' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  @ApiProblem(httpErrors.unavailable)
  @Audited('sessions.end')
  @Requires('session:own')
  @HttpCode(204)
  @Delete()
  async signOut(
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (credential.kind === 'operator') await this.sessions.end(credential.sessionId);
    this.answer.ended(reply);
  }
}
