import { errorPage } from '@laurel/contracts';
import { type Credential, CurrentCredential, NotAudited, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { programProblems, releaseErrors } from '@laurel/releases-domain';
import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DiffReleasesHandler } from '../diff-releases/diff-releases.handler.js';
import { ETAG } from '../draft/draft.openapi.js';
import { toEtag } from '../draft/revision.js';
import { ValidationDto } from './validation.dto.js';

@ApiTags('draft')
@Controller('v1/draft/validate')
export class ValidateDraftController {
  constructor(private readonly differences: DiffReleasesHandler) {}

  @ApiOperation({ summary: 'List every problem of the draft', description: 'Nothing is changed.' })
  @ApiOkResponse({ type: ValidationDto, headers: ETAG, description: 'What was found, also if the draft is not valid.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.unavailable)
  @NotAudited('It changes nothing.')
  @Requires('releases:read')
  @HttpCode(200)
  @Post()
  async validateDraft(
    @CurrentCredential() { workspace }: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ValidationDto> {
    const { draft, diff } = orThrow(await this.differences.ofDraft(workspace));
    const page = errorPage(releaseErrors.invalidProgram.code);
    const problems = programProblems(draft.program, draft.latest?.program).map((problem) => ({ ...problem, page }));
    void reply.header('etag', toEtag(draft.revision));
    return { valid: problems.length === 0, problems, warnings: diff.consequences.filter(({ running }) => running) };
  }
}
