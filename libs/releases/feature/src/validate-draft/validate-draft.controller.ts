import { errorPage } from '@laurel/contracts';
import { type Credential, CurrentCredential, NotAudited, Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors, orThrow, readInput } from '@laurel/platform-http';
import { programProblems, releaseErrors } from '@laurel/releases-domain';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DiffReleasesHandler } from '../diff-releases/diff-releases.handler.js';
import { ETAG } from '../draft/draft.openapi.js';
import { DraftReader } from '../draft/draft.reader.js';
import { toEtag } from '../draft/revision.js';
import { ValidateDraftDto, ValidationDto } from './validation.dto.js';

@ApiTags('draft')
@Controller('v1/draft/validate')
export class ValidateDraftController {
  constructor(
    private readonly reader: DraftReader,
    private readonly differences: DiffReleasesHandler,
  ) {}

  @ApiOperation({
    summary: 'List every problem of the draft',
    description: 'Or of a program that is not written yet, as if it were the draft. Nothing is changed.',
  })
  @ApiBody({ type: ValidateDraftDto, required: false })
  @ApiOkResponse({ type: ValidationDto, headers: ETAG, description: 'What was found, also if the draft is not valid.' })
  @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
  @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
  @NotAudited('It changes nothing.')
  @Requires('releases:read')
  @HttpCode(200)
  @Post()
  async validateDraft(
    @Body() body: unknown,
    @CurrentCredential() { workspace }: Credential,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ValidationDto> {
    const input = orThrow(await readInput(ValidateDraftDto, body ?? {}));
    const draft = await this.reader.read(workspace);
    const program = input.program ?? draft.program;
    const page = errorPage(releaseErrors.invalidProgram.code);
    const problems = programProblems(program, draft.latest?.program).map((problem) => ({ ...problem, page }));
    // What has not the shape of a program has no consequences that could be told.
    const compared = await this.differences.ofProgram(workspace, program);
    const consequences = compared.ok ? compared.value.diff.consequences : [];
    void reply.header('etag', toEtag(draft.revision));
    return { valid: problems.length === 0, problems, warnings: consequences.filter(({ running }) => running) };
  }
}
