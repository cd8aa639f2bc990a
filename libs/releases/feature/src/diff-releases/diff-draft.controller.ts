import { type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG } from '../draft/draft.openapi.js';
import { toEtag } from '../draft/revision.js';
import { DiffDraftQueryDto, DiffDto } from './diff.dto.js';
import { DiffReleasesHandler } from './diff-releases.handler.js';

@ApiTags('draft')
@Controller('v1/draft/diff')
export class DiffDraftController {
  constructor(private readonly handler: DiffReleasesHandler) {}

  @ApiOperation({ summary: 'Show what publishing the draft would change' })
  @ApiOkResponse({ type: DiffDto, headers: ETAG, description: 'The differences and what follows from them.' })
  @ApiProblem(httpErrors.invalidInput, releaseErrors.notFound, httpErrors.unavailable)
  @Requires('releases:read')
  @Get()
  async diffDraft(
    @Query() { against }: DiffDraftQueryDto,
    @CurrentCredential() { workspace }: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DiffDto> {
    const { draft, against: from, diff } = orThrow(await this.handler.ofDraft(workspace, against));
    void reply.header('etag', toEtag(draft.revision));
    return { from, to: null, ...diff };
  }
}
