import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SessionDto, toSessionDto } from '../session.dto.js';
import { CurrentSession } from '../current-session.js';

@ApiTags('sessions')
@Controller('v1/session')
export class ShowSessionController {
  constructor(private readonly current: CurrentSession) {}

  @ApiOperation({ summary: 'Who is signed in, where, and what that permits' })
  @ApiOkResponse({ type: SessionDto, description: 'The session of the request.' })
  @ApiProblem(httpErrors.unavailable)
  @Requires('session:own')
  @Get()
  async showSession(@CurrentCredential() credential: Credential): Promise<SessionDto> {
    return toSessionDto(orThrow(await this.current.of(credential)));
  }
}
