import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow } from '@laurel/platform-http';
import { releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, Delete, Get, Headers, HttpCode, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { writeOf } from '../draft/draft-write.js';
import { ETAG, IF_MATCH } from '../draft/draft.openapi.js';
import { DraftReader } from '../draft/draft.reader.js';
import { EditDraftHandler } from '../draft/edit-draft.handler.js';
import { toEtag } from '../draft/revision.js';
import { underProgram } from '../under-program.js';
import { DraftDto, PutDraftDto, toDraftDto } from './draft.dto.js';

@ApiTags('draft')
@Controller('v1/draft')
export class EditDraftController {
  constructor(
    private readonly reader: DraftReader,
    private readonly editor: EditDraftHandler,
  ) {}

  @ApiOperation({ summary: 'Get the draft: what the next release is to be' })
  @ApiOkResponse({ type: DraftDto, headers: ETAG, description: 'The draft, or the latest release as it is.' })
  @ApiProblem(httpErrors.unavailable)
  @Requires('releases:read')
  @Get()
  async getDraft(
    @CurrentCredential() { workspace }: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto> {
    const draft = await this.reader.read(workspace);
    void reply.header('etag', toEtag(draft.revision));
    return toDraftDto(draft);
  }

  @ApiOperation({
    summary: 'Replace the draft',
    description: 'The draft is then based on the latest release, also if others published since it was begun.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: DraftDto, headers: ETAG, description: 'The draft as it is now.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, releaseErrors.invalidProgram, httpErrors.unavailable)
  @ApiProblem(releaseErrors.revisionRequired, releaseErrors.draftMoved)
  @Audited('draft.put', { after: ({ answer: { revision } }) => ({ revision }) })
  @Requires('releases:write')
  @Put()
  async putDraft(
    @Body() { program }: PutDraftDto,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto> {
    orThrow(underProgram(await this.editor.replace(writeOf(credential, ifMatch), program)));
    return this.getDraft(credential, reply);
  }

  @ApiOperation({ summary: 'Discard the draft', description: 'It is the latest release again.' })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ headers: ETAG, description: 'What was edited is gone.' })
  @ApiProblem(releaseErrors.revisionRequired, releaseErrors.draftMoved, httpErrors.unavailable)
  @Audited('draft.discard')
  @Requires('releases:write')
  @HttpCode(204)
  @Delete()
  async deleteDraft(
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentCredential() credential: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const revision = orThrow(await this.editor.discard(writeOf(credential, ifMatch)));
    void reply.header('etag', toEtag(revision));
  }
}
